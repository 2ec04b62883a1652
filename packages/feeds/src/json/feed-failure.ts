/** The end of a feed that cannot be read on: what came before it has been delivered. */
import { messageOf, type Notice } from '@pantograph/model/notice';

/** Where in the unpacked feed reading stopped. */
export interface FeedPlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based number of the object that was being read, or of the last one where none was. */
  readonly object: number;
  /** From the start of the unpacked feed. */
  readonly byteOffset: number;
}

/** Thrown by the byte and object streams. The notice is the finding, in terms of the catalogue; `message` says it in words. */
export class FeedFailure extends Error {
  readonly notice: Notice;
  /** Absent where the bytes failed before any object was looked for. */
  readonly place: FeedPlace | undefined;

  constructor(notice: Notice, place?: FeedPlace) {
    super(messageOf(notice));
    this.name = 'FeedFailure';
    this.notice = notice;
    this.place = place;
  }

  /** The same failure, now that it is known which object it interrupted. */
  at(place: FeedPlace): FeedFailure {
    const { line, object } = place;
    const parameters = { ...this.notice.parameters, line, object };
    return new FeedFailure({ ...this.notice, parameters }, place);
  }
}
