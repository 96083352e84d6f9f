package dev.storetwin.core;

import dev.storetwin.core.audit.LoggedDecision;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.guardrail.KeptRuleSets;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.state.TwinState;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes decisions again. Each needs the settings of its time, and its rules unless others are to be tried; those of the one before are kept at
 * hand, so ask for decisions in the order in which they were made. Not for several threads.
 */
final class Reproducing implements AutoCloseable {

    private static final String RULES = "rules:";

    private final Parts parts;
    private final Optional<CompiledRules> others;
    private Optional<Setup> setup = Optional.empty();

    /**
     * What it draws on.
     *
     * @param guardrails compile rules, and stand beside them
     */
    record Parts(KeptSettings settings, KeptRuleSets ruleSets, Guardrails guardrails, HostCode host) {}

    /** Thrown with what is missing, and what may help. */
    static final class Missing extends Exception {
        Missing(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Who decided under which settings and rules. */
    private record Setup(
            String settings, Optional<RuleName> rules, Deciders deciders, Optional<CompiledRules> compiled) {

        boolean isFor(String otherSettings, Optional<RuleName> otherRules) {
            return settings.equals(otherSettings) && rules.equals(otherRules);
        }
    }

    private record RuleName(String name, String hash) {}

    private Reproducing(Parts parts, Optional<CompiledRules> others) {
        this.parts = parts;
        this.others = others;
    }

    /** Each by the rules of its time. */
    static Reproducing asThen(Parts parts) {
        return new Reproducing(parts, Optional.empty());
    }

    /** All by these rules, which whoever compiled them closes. */
    static Reproducing by(CompiledRules rules, Parts parts) {
        return new Reproducing(parts, Optional.of(rules));
    }

    /**
     * One decision.
     *
     * @param state as it was known at the decision's revision
     * @param past  what was known where an earlier model of it comes from
     */
    Reproduction of(LoggedDecision logged, TwinState state, Function<ModelOrigin, TwinState> past) {
        try {
            return logged.against(again(logged.record(), state, past));
        } catch (Missing missing) {
            return new Reproduction.NotReproducible(logged.record().decision().id(), missing.reason());
        }
    }

    /**
     * The decision as it comes out now.
     *
     * @param state as it was known at the decision's revision
     * @param past  what was known where an earlier model of it comes from
     * @throws Missing when it cannot be made again
     */
    Decision<?> again(DecisionRecord record, TwinState state, Function<ModelOrigin, TwinState> past) throws Missing {
        if (!record.decision().reproducible()) {
            throw new Missing(
                    "it was cut short (by a deadline, or since its rules were not ready), so that it depended on the moment as well");
        }
        return setup(record.decision())
                .deciders()
                .again(record, state, past)
                .orElseThrow(() -> new Missing("this twin answers no such question"));
    }

    private Setup setup(Decision<?> decision) throws Missing {
        var settings = Optional.ofNullable(decision.versions().get(Deciders.SETTINGS))
                .orElseThrow(() -> new Missing("it does not say under which settings it was made"));
        var rules = others.isEmpty() ? rules(decision) : Optional.<RuleName>empty();
        if (setup.isEmpty() || !setup.get().isFor(settings, rules)) {
            close();
            setup = Optional.of(opened(settings, rules));
        }
        return setup.get();
    }

    private static Optional<RuleName> rules(Decision<?> decision) {
        return decision.versions().entrySet().stream()
                .filter(it -> it.getKey().startsWith(RULES))
                .map(it -> new RuleName(it.getKey().substring(RULES.length()), it.getValue()))
                .findFirst();
    }

    private Setup opened(String hash, Optional<RuleName> rules) throws Missing {
        var settings = parts.settings().find(hash).orElseThrow(() -> new Missing("""
                        it was made under other options, %s, which are not kept.
                        Maybe the twin had no data directory then.""".formatted(hash)));
        requireSame(settings.host(), parts.host().names());
        var compiled = rules.isEmpty() ? Optional.<CompiledRules>empty() : Optional.of(compiled(rules.get()));
        var gate = parts.guardrails().gateOf(compiled.or(() -> others));
        return new Setup(hash, rules, Deciders.of(settings, parts.host(), () -> gate), compiled);
    }

    private static void requireSame(HostCode.Names then, HostCode.Names now) throws Missing {
        if (!then.equals(now)) {
            throw new Missing("""
                    it was made with other code of the host's: %s then, %s here.
                    Maybe ask the host's own twin, not the data directory alone.""".formatted(then, now));
        }
    }

    private CompiledRules compiled(RuleName rules) throws Missing {
        var kept = parts.ruleSets()
                .find(rules.hash())
                .orElseThrow(() -> new Missing("""
                the rules '%s' with the hash %s are not kept.
                Maybe the twin had no data directory then.""".formatted(rules.name(), rules.hash())));
        try {
            return parts.guardrails().compile(new RuleSet(rules.name(), kept.files(), kept.isTrusted()));
        } catch (RuleSetRefused | IllegalStateException unusable) {
            throw new Missing("its rules cannot be compiled here: " + unusable.getMessage());
        }
    }

    /** Gives the rules back. */
    @Override
    public void close() {
        setup.flatMap(Setup::compiled).ifPresent(CompiledRules::close);
        setup = Optional.empty();
    }
}
