package dev.storetwin.learning;

import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.util.Optional;

/** The part of LightGBM that is machine code, and may not be there. */
@FunctionalInterface
interface NativeLibrary {

    /** Set to {@code off} where machine code must not be loaded. */
    String SWITCH = "dev.storetwin.learning.native";

    /** Why it cannot be used, in words; empty when it can. Loads it when asked for the first time. */
    Optional<String> obstacle();

    /** The library that lightgbm4j brings for this machine, unpacked into the folder for temporary files. */
    static NativeLibrary bundled() {
        return () -> "off".equals(System.getProperty(SWITCH))
                ? Optional.of("%s is off".formatted(SWITCH))
                : obstacleToLoading();
    }

    /*
     * lightgbm4j loads its library when its class is initialized and only logs that it could not. So one call is tried. What fails
     * differs: a library that it needs is missing, there is none for this machine, or the folder cannot be written to.
     */
    private static Optional<String> obstacleToLoading() {
        try {
            if (!LGBMBooster.isNativeLoaded()) {
                LGBMBooster.loadNative();
            }
            lightgbmlib.delete_intp(lightgbmlib.new_intp());
            return Optional.empty();
        } catch (LinkageError | IOException missing) {
            return Optional.of("its native library cannot be loaded (%s); linux needs libgomp1".formatted(missing));
        }
    }
}
