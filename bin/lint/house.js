import { basename } from 'node:path'
import { borders } from './borders.js'

/** `new Date()` and `Date()` read the clock; `new Date(x)` does not. */
const noClock = {
  create(context) {
    const check = (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        context.report({ node, message: 'The domain has no clock: take the time as an argument' })
    }
    return {
      NewExpression: check,
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date')
          context.report({ node, message: 'The domain has no clock: take the time as an argument' })
      },
    }
  },
}

/** A file is named after the thing it holds, not after the kind of drawer it is. */
const telltaleNames = {
  create(context) {
    const name = basename(context.filename).replace(/\.(spec\.)?[jt]sx?$/, '')
    const drawer = /^(index|utils?|helpers?|common|misc|managers?|services?)$|-(utils?|helpers?|managers?|services?)$/
    return {
      Program: (node) => {
        if (drawer.test(name)) context.report({ node, message: `Name the file after the thing in it, not "${name}"` })
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { borders, 'no-clock': noClock, 'telltale-names': telltaleNames } }
