package dev.storetwin.packaging.host;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What rules said about all alternatives of some decisions, in one line. */
final class Verdicts {

    private Verdicts() {}

    static String of(List<? extends Decision<?>> decisions) {
        Map<Severity, Integer> counts = new TreeMap<>();
        decisions.stream()
                .flatMap(it -> it.alternatives().stream())
                .forEach(it -> counts.merge(it.verdict().severity(), 1, Integer::sum));
        var words = decisions.stream().map(Verdicts::words).collect(Collectors.joining("\n"));
        return counts + " " + digest(words);
    }

    private static String words(Decision<?> decision) {
        var alternatives = decision.alternatives().stream().map(Verdicts::words).collect(Collectors.joining("\n"));
        return "%s %s%n%s".formatted(decision.target(), decision.status(), alternatives);
    }

    private static String words(JudgedAlternative<?> alternative) {
        return "%s > %s %s"
                .formatted(
                        alternative.proposed().action().map(Action::describe),
                        alternative.verdict(),
                        alternative.hits());
    }

    private static String digest(String words) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
