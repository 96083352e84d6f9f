package dev.storetwin.core.journal;

import java.nio.file.Path;

/** Another process that wants a lock: ends with 0 when it got it, or holds it until it is killed. */
final class LockingProcess {

    private LockingProcess() {}

    public static void main(String[] fileAndWhat) throws Exception {
        try (var lock = new FileDisk().lock(Path.of(fileAndWhat[0]))) {
            if (fileAndWhat[1].equals("hold")) {
                System.out.print("locked");
                System.out.flush();
                Thread.currentThread().join();
            }
        } catch (FileInUse inUse) {
            System.exit(1);
        }
    }
}
