package dev.storetwin.learning;

import java.util.Optional;

/** The part of LightGBM that is machine code, and may not be there. */
@FunctionalInterface
interface NativeLibrary {

    /** Set to {@code off} where machine code must not be loaded. */
    String SWITCH = "dev.storetwin.learning.native";

    /** Why it cannot be used, in words; empty when it can. Loads it when asked for the first time. */
    Optional<String> obstacle();

    /** The library that lightgbm4j brings for this machine, unpacked into a folder of this process's own among the temporary files. */
    static NativeLibrary bundled() {
        return () -> "off".equals(System.getProperty(SWITCH))
                ? Optional.of("%s is off".formatted(SWITCH))
                : UnpackedLibrary.obstacle();
    }
}
