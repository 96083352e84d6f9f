package dev.storetwin.core.guardrail;

import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.NearestName;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether each {@link Figure} that rules look at is one that there is: a slip of the pen in its name would be a rule that never fires.
 *
 * <p>How it works: in the text of each pattern the name must stand as {@code name == "..."}, so that it is known which features to compute.
 */
final class FigureCheck {

    private static final Pattern PATTERN = Pattern.compile("\\b" + Figure.class.getSimpleName() + "\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\\bname\\s*==\\s*\"([^\"]*)\"");

    private static final Pattern TEXT_OR_COMMENT =
            Pattern.compile("\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private final List<String> known;
    private final List<String> published;

    FigureCheck(FeatureCatalogue catalogue) {
        this.known =
                names(catalogue.definitions().stream().filter(Figures::isUsable).toList());
        this.published = names(catalogue.definitions().stream()
                .filter(it -> !Figures.isUsable(it))
                .toList());
    }

    private static List<String> names(List<FeatureDefinition> definitions) {
        return definitions.stream().map(FeatureDefinition::name).toList();
    }

    List<Finding> findings(RuleSet inDrl) {
        return inDrl.files().stream().flatMap(it -> findings(it).stream()).toList();
    }

    private List<Finding> findings(RuleFile file) {
        var findings = new ArrayList<Finding>();
        var patterns = PATTERN.matcher(masked(file.content()));
        while (patterns.find()) {
            var name = NAME.matcher(file.content().substring(patterns.start(1), patterns.end(1)));
            if (name.find()) {
                problem(name.group(1))
                        .ifPresent(it -> findings.add(
                                finding(file, patterns.start(1) + name.start(1), it.problem(), it.hint())));
            } else {
                findings.add(
                        finding(
                                file,
                                patterns.start(),
                                "A Figure is looked at without its name.",
                                "Maybe write Figure(name == \"sales_velocity_28d\", value > 5): only what is named is computed."));
            }
        }
        return findings;
    }

    /** With blanks for what stands in texts and comments. */
    private static String masked(String drl) {
        return TEXT_OR_COMMENT.matcher(drl).replaceAll(it -> it.group().replaceAll("[^\\n\"]", " "));
    }

    private record Problem(String problem, String hint) {}

    private Optional<Problem> problem(String name) {
        if (known.contains(name)) {
            return Optional.empty();
        }
        if (published.contains(name)) {
            return Optional.of(
                    new Problem(
                            "The feature '%s' cannot be looked at by rules.".formatted(name),
                            "It is published or about a customer, so that a decision could not be made again from the shop's events."));
        }
        return Optional.of(
                new Problem(
                        "There is no feature named '%s'.".formatted(name),
                        NearestName.hint(
                                name,
                                known,
                                "Maybe it is one of your own that the builder was not told of: StoreTwinBuilder.feature(...).")));
    }

    private static Finding finding(RuleFile file, int at, String problem, String hint) {
        var before = file.content().substring(0, at);
        int line = (int) before.chars().filter(it -> it == '\n').count() + 1;
        return new Finding(file.name(), line, at - before.lastIndexOf('\n'), problem, hint);
    }
}
