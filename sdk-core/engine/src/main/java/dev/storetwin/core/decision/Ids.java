package dev.storetwin.core.decision;

import dev.storetwin.proposal.Proposal;
import dev.storetwin.proposal.Work;
import dev.storetwin.type.DecisionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names decisions by what they are about, so that the same question gives the same answer. */
final class Ids {

    private static final int BYTES = 8;

    private Ids() {}

    /**
     * Two decisions share a name only when they asked the same, took the same work, saw the same alternatives and heard the same verdicts.
     */
    static DecisionId of(
            Proposal<?> proposal,
            List<String> judged,
            long revision,
            long seed,
            String rulesHash,
            Work work,
            String question) {
        var parts = Stream.of(
                proposal.capability().name(),
                proposal.target().key(),
                proposal.asOf().toString(),
                Long.toString(revision),
                Long.toString(seed),
                rulesHash,
                String.join("\n", judged));
        var more = Stream.of(work.inWords(), question).filter(it -> !it.isEmpty());
        var digest = sha256(Stream.concat(parts, more).toArray(String[]::new));
        return DecisionId.of("d-" + HexFormat.of().formatHex(digest, 0, BYTES));
    }

    private static byte[] sha256(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
