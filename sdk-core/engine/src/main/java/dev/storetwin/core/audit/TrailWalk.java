package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.AuditVerifier.Bytes;
import dev.storetwin.core.audit.HashedBlock.CheckpointWatch;
import dev.storetwin.core.audit.Verification.Changed;
import dev.storetwin.core.audit.Verification.Cut;
import dev.storetwin.core.audit.Verification.Dropped;
import dev.storetwin.core.audit.Verification.Foreign;
import dev.storetwin.core.audit.Verification.Inserted;
import dev.storetwin.core.audit.Verification.Malformed;
import dev.storetwin.core.audit.Verification.Moved;
import dev.storetwin.core.audit.Verification.Repeated;
import dev.storetwin.core.audit.Verification.Rewritten;
import dev.storetwin.core.audit.Verification.Sound;
import dev.storetwin.core.audit.Verification.Torn;
import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.MalformedJson;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One walk along a trail, from its header to the first thing that is wrong or to its end: fast by {@link TrailScan} as far as all is
 * right, and from there on line by line.
 */
final class TrailWalk {

    private static final String SAME_FORMAT = "{\"format\":\"storetwin-audit\",";

    private final Bytes bytes;
    private final Optional<Checkpoint> kept;
    private MerkleTree tree = new MerkleTree();
    private Optional<Checkpoint> atKeptSize = Optional.empty();
    private long soundBytes;

    TrailWalk(Bytes bytes, Optional<Checkpoint> kept) {
        this.bytes = bytes;
        this.kept = kept;
    }

    Verification verify() throws IOException {
        try (var lines = new LineSource(bytes.open(0))) {
            var fault = header(lines);
            if (fault.isPresent()) {
                return fault.get();
            }
            passed(lines.endedBytes());
        }
        skipWhatIsSound();
        return verifyTheRest();
    }

    private void skipWhatIsSound() throws IOException {
        var watch = new CheckpointWatch(kept);
        try (var blocks = new LineBlocks(bytes.open(soundBytes), soundBytes)) {
            var reached = TrailScan.run(blocks, soundBytes, watch);
            tree = reached.tree();
            soundBytes = reached.offset();
        }
        if (kept.isPresent() && kept.get().size() <= tree.size()) {
            atKeptSize = watch.seen();
        }
    }

    private Verification verifyTheRest() throws IOException {
        long before = soundBytes;
        try (var lines = new LineSource(bytes.open(before))) {
            Optional<Verification> fault = Optional.empty();
            while (fault.isEmpty() && lines.next()) {
                fault = entry(lines);
                if (fault.isEmpty()) {
                    passed(before + lines.endedBytes());
                }
            }
            return fault.orElseGet(this::againstCheckpoint);
        }
    }

    /** Over the entries that were found right. */
    MerkleTree tree() {
        return tree;
    }

    /** All lines before the first that is wrong. */
    long soundBytes() {
        return soundBytes;
    }

    private Optional<Verification> header(LineSource lines) throws IOException {
        if (!lines.next()) {
            return Optional.of(new Foreign("it is empty"));
        }
        var header = new String(lines.bytes(), UTF_8);
        if (header.equals(TrailLine.HEADER)) {
            return lines.isEnded() ? Optional.empty() : Optional.of(new Foreign("its header has no line end"));
        }
        return Optional.of(new Foreign(strangeness(header)));
    }

    private static String strangeness(String header) {
        if (header.equals(TrailLine.HEADER + "\r")) {
            return "its lines end with CR LF";
        }
        if (header.equals("\uFEFF" + TrailLine.HEADER)) {
            return "it begins with a byte order mark";
        }
        return header.startsWith(SAME_FORMAT) ? "its header is another" : "it has no header";
    }

    private Optional<Verification> entry(LineSource lines) throws IOException {
        if (lines.isTooLong()) {
            return malformed("it is longer than %,d bytes".formatted(TrailLine.LONGEST));
        }
        if (!lines.isEnded()) {
            return Optional.of(new Torn(line(), tree.size()));
        }
        var line = TrailLine.parse(lines.bytes());
        return line.isEmpty() ? malformed("it is not a line of a trail") : entry(line.get(), lines);
    }

    private Optional<Verification> entry(TrailLine line, LineSource rest) throws IOException {
        var leaf = tree.leaf(line.entry());
        if (!hex(leaf).equals(line.leaf())) {
            return changed(whatChanged(line, leaf));
        }
        try {
            var seq = JsonDocument.parse(line.entry()).whole("seq");
            return seq.isEmpty() ? malformed("its entry has no seq") : entry(line, leaf, seq.getAsLong(), rest);
        } catch (MalformedJson broken) {
            return malformed("its entry is no JSON object: " + broken.getMessage());
        }
    }

    private Optional<Verification> entry(TrailLine line, byte[] leaf, long seq, LineSource rest) throws IOException {
        if (seq != tree.size()) {
            return Optional.of(seq > tree.size() ? aheadOfItsPlace(seq, rest) : seenBefore(seq, line));
        }
        tree.append(leaf);
        if (!hex(tree.root()).equals(line.root())) {
            return Optional.of(new Changed(
                    line() - 1, seq, "its root is not the one of all entries up to here: it or an entry was replaced"));
        }
        return Optional.empty();
    }

    private String whatChanged(TrailLine line, byte[] leaf) {
        if (rootWith(HexFormat.of().parseHex(line.leaf())).equals(line.root())) {
            return "the entry is not the one that its leaf and root were made of";
        }
        return rootWith(leaf).equals(line.root())
                ? "its leaf is not the one of the entry"
                : "neither its leaf nor its root is the one of the entry";
    }

    private String rootWith(byte[] leaf) {
        var longer = tree.copy();
        longer.append(leaf);
        return hex(longer.root());
    }

    /** The entry that belongs here stands further down, or nowhere. */
    private Verification aheadOfItsPlace(long seq, LineSource rest) throws IOException {
        for (long at = line() + 1; rest.next() && rest.isEnded(); at++) {
            var other = seqOf(rest.bytes());
            if (other.isPresent() && other.getAsLong() == tree.size()) {
                return new Moved(line(), tree.size(), seq, at);
            }
        }
        return new Dropped(line(), tree.size(), seq - 1);
    }

    /** An entry of this number was read above; reads again from the start to compare the two. */
    private Verification seenBefore(long seq, TrailLine line) throws IOException {
        try (var again = new LineSource(bytes.open(0))) {
            again.goTo(seq + 2);
            var same = TrailLine.parse(again.bytes()).filter(it -> it.leaf().equals(line.leaf()));
            return same.isPresent() ? new Repeated(line(), tree.size(), seq) : new Inserted(line(), tree.size(), seq);
        }
    }

    private static OptionalLong seqOf(byte[] line) {
        var parsed = TrailLine.parse(line);
        if (parsed.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return JsonDocument.parse(parsed.get().entry()).whole("seq");
        } catch (MalformedJson alsoWrong) {
            return OptionalLong.empty();
        }
    }

    private void passed(long endedBytes) {
        soundBytes = endedBytes;
        if (kept.isPresent() && kept.get().size() == tree.size() && atKeptSize.isEmpty()) {
            atKeptSize = Optional.of(tree.checkpoint());
        }
    }

    private Verification againstCheckpoint() {
        if (kept.isEmpty()) {
            return new Sound(tree.checkpoint());
        }
        if (atKeptSize.isEmpty()) {
            return new Cut(kept.get(), tree.checkpoint());
        }
        return atKeptSize.get().equals(kept.get())
                ? new Sound(tree.checkpoint())
                : new Rewritten(kept.get(), atKeptSize.get());
    }

    private Optional<Verification> malformed(String problem) {
        return Optional.of(new Malformed(line(), tree.size(), problem));
    }

    private Optional<Verification> changed(String problem) {
        return Optional.of(new Changed(line(), tree.size(), problem));
    }

    /** The line that is being read: the header is line 1, entry 0 line 2. */
    private long line() {
        return tree.size() + 2;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
