/**
 * Listens to the server's word that something changed; while it is not heard the door asks by itself. A stream that was refused for
 * good is opened anew with the next question whether it is open.
 */
export function watchChanges(eventId: string, onChange: () => void): { isWatched: () => boolean } {
  let source = listen();

  function listen(): EventSource {
    const opened = new EventSource(`/api/checkin/live?eventId=${eventId}`);
    opened.addEventListener("change", onChange);
    return opened;
  }

  return {
    isWatched(): boolean {
      if (source.readyState === EventSource.CLOSED) source = listen();
      return source.readyState === EventSource.OPEN;
    },
  };
}
