/** What people can take out of the plan and bring back. */
export interface Undoable {
  organisationId: string;
  id: string;
  /** Set: it is gone for everybody, and can be brought back for a while. */
  deletedAt: Date | null;
}
