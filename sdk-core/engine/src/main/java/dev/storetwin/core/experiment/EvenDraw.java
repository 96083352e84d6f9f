package dev.storetwin.core.experiment;

import dev.storetwin.experiment.Exploration;
import dev.storetwin.type.Target;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws evenly, at a rate, whatever it costs; by seed, target and moment, as it always did, so that old decisions come out the same. */
record EvenDraw(long seed, Exploration exploration) {

    Drawing among(int count, Target target, Instant asOf) {
        var chances = new ArrayList<>(Collections.nCopies(count, exploration.probabilityOfOther(count)));
        chances.set(0, exploration.probabilityOfBest(count));
        double uniform = uniform("%d\nexploration\n%s\n%s".formatted(seed, target.key(), asOf));
        int index = (int) (uniform / Math.max(exploration.probabilityOfOther(count), Double.MIN_NORMAL));
        return new Drawing(index >= 1 && index < count ? index : 0, chances, 0, false, List.of());
    }

    private static double uniform(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
