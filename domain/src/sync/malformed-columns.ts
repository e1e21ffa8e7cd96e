/** A packed page that does not hold what it says. */
export class MalformedColumns extends Error {
  override readonly name = 'MalformedColumns'
}
