package dev.storetwin.platform;

/**
 * How full an inbox is.
 *
 * @param waiting  messages that are not applied yet
 * @param parked   messages that wait for somebody
 * @param room     messages that it takes at most
 * @param bytes    size of all messages that are in it
 * @param received messages kept since it was opened
 * @param applied  messages applied since it was opened
 */
public record InboxStatus(int waiting, int parked, int room, long bytes, long received, long applied) {

    /** Share of its room that is taken: 1 means that platforms are told to come again. */
    public double load() {
        return (double) (waiting + parked) / room;
    }
}
