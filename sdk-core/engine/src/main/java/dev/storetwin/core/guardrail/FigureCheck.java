package dev.storetwin.core.guardrail;

import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.NearestName;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.util.List;
import java.util.Optional;

/**
 * Whether each {@link Figure} that rules look at is one that there is: a slip of the pen in its name would be a rule that never fires.
 *
 * <p>How it works: in the text of each pattern the name must stand as {@code name == "..."}, so that it is known which features to compute.
 */
final class FigureCheck {

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
        return NamedPattern.of(file, Figure.class).stream()
                .flatMap(it -> finding(it).stream())
                .toList();
    }

    private Optional<Finding> finding(NamedPattern pattern) {
        return pattern.name()
                .map(it -> problem(it.value()))
                .orElse(
                        Optional.of(
                                new Problem(
                                        "A Figure is looked at without its name.",
                                        "Maybe write Figure(name == \"sales_velocity_28d\", value > 5): only what is named is computed.")))
                .map(it -> pattern.finding(it.problem(), it.hint()));
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
}
