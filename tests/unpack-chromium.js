/**
 * Unpacks the Chromium that npm brings into TMPDIR, with its fonts and the libraries a bare Debian lacks. Run as a process of
 * its own, because the package writes to the system's temporary folder and looks at the environment to see what to unpack.
 */
import chromium from '@sparticuz/chromium'

process.stdout.write(await chromium.executablePath())
