package dev.storetwin.core.platform;

/** What somebody's code threw, in words for a log: messages of exceptions may hold what a webhook said. */
final class Fault {

    private Fault() {}

    /** Which exception it is and where it was thrown. */
    static String words(Throwable thrown) {
        var frames = thrown.getStackTrace();
        return thrown.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }
}
