/** A link as it is shown with its QR code: of the whole survey, or of one of its collection points. */
export interface ShownLink {
  url: string;
  /** The point's id, and its name. */
  id?: string;
  point?: string;
}
