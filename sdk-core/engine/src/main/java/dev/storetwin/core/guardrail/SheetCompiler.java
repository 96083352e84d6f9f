package dev.storetwin.core.guardrail;

import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.core.guardrail.sheet.RuleFolder;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleOutline;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compiles rule sets with limits and tables: it turns tables into DRL and has that compiled by another. */
public final class SheetCompiler implements RuleCompiler {

    private final Optional<RuleCompiler> compiler;
    private final Optional<FigureCheck> figures;

    /**
     * For rules whose facts somebody else makes, such as a test.
     *
     * @param compiler of DRL; empty where only Java and limits are at hand
     */
    public SheetCompiler(Optional<RuleCompiler> compiler) {
        this.compiler = compiler;
        this.figures = Optional.empty();
    }

    /**
     * For rules of a shop.
     *
     * @param catalogue of the features that rules may look at; others are refused
     */
    public SheetCompiler(Optional<RuleCompiler> compiler, FeatureCatalogue catalogue) {
        this.compiler = compiler;
        this.figures = Optional.of(new FigureCheck(catalogue));
    }

    /** With the compiler that this class's own loader finds as a service. */
    public static SheetCompiler ofServices() {
        return new SheetCompiler(ServiceLoader.load(RuleCompiler.class, SheetCompiler.class.getClassLoader())
                .findFirst());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when there are rules but nothing can compile them; limits alone need no compiler
     */
    @Override
    public CompiledRules compile(RuleSet ruleSet, RuleCache cache) {
        var folder = RuleFolder.of(ruleSet);
        requireFigures(folder);
        var rules = folder.hasRules() ? Optional.of(compile(folder, cache)) : Optional.<CompiledRules>empty();
        return new SheetRules(ruleSet, rules, folder.limits());
    }

    private void requireFigures(RuleFolder folder) {
        var findings = figures.filter(it -> folder.hasRules())
                .map(it -> folder.inPlace(it.findings(folder.inDrl())))
                .orElse(List.of());
        if (!findings.isEmpty()) {
            throw new RuleSetRefused(folder.inDrl().name(), findings);
        }
    }

    @Override
    public List<RuleOutline> outline(RuleSet ruleSet) {
        var folder = RuleFolder.of(ruleSet);
        return folder.hasRules()
                ? ask(folder, it -> it.outline(folder.inDrl())).stream()
                        .map(folder::placed)
                        .toList()
                : List.of();
    }

    @Override
    public List<Finding> warnings(RuleSet ruleSet) {
        var folder = RuleFolder.of(ruleSet);
        return folder.hasRules() ? folder.inPlace(allWarnings(folder)) : List.of();
    }

    /** Features that the shop itself does not have, and limits that no table has, may be the host's own. */
    private List<Finding> allWarnings(RuleFolder folder) {
        var ofRules = ask(folder, it -> it.warnings(folder.inDrl()));
        var ofFigures = new FigureCheck(FeatureCatalogue.ofShop()).findings(folder.inDrl());
        var ofLimits = new LimitCheck(folder.limits()).findings(folder.inDrl());
        return Stream.of(ofRules, ofFigures, ofLimits)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private CompiledRules compile(RuleFolder folder, RuleCache cache) {
        return ask(folder, it -> it.compile(folder.inDrl(), cache));
    }

    private <T> T ask(RuleFolder folder, Function<RuleCompiler, T> question) {
        try {
            return question.apply(compiler.orElseThrow(SheetCompiler::missing));
        } catch (RuleSetRefused refused) {
            throw new RuleSetRefused(folder.inDrl().name(), folder.inPlace(refused.findings()));
        }
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("""
            There are rules but nothing that can compile them.
            Maybe add the dependency dev.storetwin:storetwin-drools, or merge META-INF/services in the host's jar.\
            """);
    }
}
