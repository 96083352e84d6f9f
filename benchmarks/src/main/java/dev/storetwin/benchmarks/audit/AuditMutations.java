package dev.storetwin.benchmarks.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Spoils a trail in one place, again and again, and counts what a check against a checkpoint held outside does not find.
 *
 * <p>Argument: how often. Places and kinds are drawn from a fixed seed. The end is an error when anything was not found.
 */
public final class AuditMutations {

    private static final int ENTRIES = 40;

    private final Draw chance = Draws.of(20_260_302).keyed("audit-mutations", "", 0);
    private final byte[] trail;
    private final Checkpoint kept;

    private AuditMutations() {
        var written = JsonLinesAuditTrail.inMemory();
        written.appendAll(MadeUpEntries.entries(0, ENTRIES));
        this.trail = bytes(written.lines().toList());
        this.kept = written.checkpoint();
    }

    /** What can be done to a trail. */
    enum Kind {
        BIT_FLIP,
        DROP,
        SWAP,
        CUT,
        DUPLICATE
    }

    /** Prints how many of each kind there were and how many were not found. */
    public static void main(String[] args) {
        var missed = missed(Integer.parseInt(args[0]));
        System.out.println("kind: not found of tried");
        missed.forEach((kind, count) -> System.out.printf("%s: %d of %d%n", kind, count[0], count[1]));
        if (missed.values().stream().anyMatch(it -> it[0] > 0)) {
            System.exit(1);
        }
    }

    /** For each kind how many were not found and how many were tried. */
    static Map<Kind, int[]> missed(int tries) {
        var mutations = new AuditMutations();
        var counts = new EnumMap<Kind, int[]>(Kind.class);
        for (int i = 0; i < tries; i++) {
            var kind = Kind.values()[i % Kind.values().length];
            var count = counts.computeIfAbsent(kind, it -> new int[2]);
            count[0] += mutations.isFound(mutations.spoilt(kind)) ? 0 : 1;
            count[1]++;
        }
        return counts;
    }

    /** Whether the untouched trail passes and this one does not. */
    private boolean isFound(byte[] spoilt) {
        if (Arrays.equals(spoilt, trail)) {
            throw new IllegalStateException("Nothing was changed.");
        }
        return !AuditVerifier.verify(spoilt, Optional.of(kept)).isSound();
    }

    private byte[] spoilt(Kind kind) {
        if (kind == Kind.BIT_FLIP) {
            var flipped = trail.clone();
            flipped[chance.nextInt(flipped.length)] ^= (byte) (1 << chance.nextInt(8));
            return flipped;
        }
        if (kind == Kind.CUT) {
            return Arrays.copyOf(trail, chance.nextInt(trail.length));
        }
        var lines = new ArrayList<>(new String(trail, UTF_8).lines().toList());
        int at = chance.nextInt(lines.size());
        switch (kind) {
            case DROP -> lines.remove(at);
            case SWAP -> Collections.swap(lines, at, (at + 1 + chance.nextInt(lines.size() - 1)) % lines.size());
            default -> lines.add(chance.nextInt(lines.size() + 1), lines.get(at));
        }
        return bytes(lines);
    }

    private static byte[] bytes(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n")).getBytes(UTF_8);
    }
}
