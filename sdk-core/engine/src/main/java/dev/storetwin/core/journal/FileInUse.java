package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A file is locked by somebody else. */
public final class FileInUse extends IOException {

    private final boolean byThisProcess;

    public FileInUse(Path file, boolean byThisProcess) {
        super("%s is held by %s.".formatted(file, holder(byThisProcess)));
        this.byThisProcess = byThisProcess;
    }

    String holder() {
        return holder(byThisProcess);
    }

    private static String holder(boolean byThisProcess) {
        return byThisProcess ? "this process" : "another process";
    }
}
