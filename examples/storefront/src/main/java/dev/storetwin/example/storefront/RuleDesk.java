package dev.storetwin.example.storefront;

import dev.storetwin.Rules;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.state.Acceptance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the merchant's folder of rules takes the place of the rules in force, while the shop is open. */
final class RuleDesk {

    private final Rules rules;
    private final Path folder;

    RuleDesk(Rules rules, Path folder) {
        this.rules = rules;
        this.folder = folder;
    }

    void serve(Map<String, Function<Request, Answer>> routes) {
        routes.put("GET /rules", request -> inForce());
        routes.put("POST /rules", request -> install());
    }

    private Answer inForce() {
        return Answer.text(
                        200,
                        "Rules in force",
                        rules.inForce().map(RuleDesk::words).orElse("None."))
                .with(List.of(Act.post("/rules", "Install what lies in " + folder, Map.of())));
    }

    private Answer install() {
        try {
            var ruleSet = RuleSet.fromDirectory(folder);
            return rules.install(ruleSet, Office.ANN) instanceof Acceptance.Unavailable it
                    ? Answer.text(503, "Not written down", it.reason())
                    : Answer.text(200, "Rules in force", "In force now:\n" + words(ruleSet));
        } catch (RuleSetRefused refused) {
            return Answer.text(422, "Refused", refused.getMessage() + "\nThe rules that were in force stay in force.");
        }
    }

    private static String words(RuleSet ruleSet) {
        var names = ruleSet.files().stream().map(RuleFile::name).collect(Collectors.joining("\n  "));
        return "%s, content hash %s%n  %s".formatted(ruleSet.name(), ruleSet.contentHash(), names);
    }
}
