package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which facts guardrails can look at, so that no others are made.
 *
 * <p>How it works: a pattern spells the name of its type, or of something that the type extends. So a fact none of whose types is a word in the
 * rules' text cannot be matched. A word in a comment only costs a fact that nobody looks at. Trusted rules and Java may look at all.
 */
public final class FactNeeds {

    private static final Pattern WORD = Pattern.compile("[\\p{Alpha}_$][\\w$]*");

    private final boolean all;
    private final Set<String> words = new HashSet<>();
    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    FactNeeds(Optional<RuleSet> rules, List<Guardrail<?>> inJava) {
        this.all = !inJava.isEmpty() || rules.filter(RuleSet::isTrusted).isPresent();
        rules.stream().flatMap(it -> it.files().stream()).forEach(this::read);
        inJava.forEach(it -> words.addAll(it.figures()));
    }

    private void read(RuleFile file) {
        var matcher = WORD.matcher(file.content());
        while (matcher.find()) {
            words.add(matcher.group());
        }
    }

    /** Whether a fact of a type can be looked at. */
    public boolean isWanted(Class<? extends Fact> type) {
        return all || known.computeIfAbsent(type, this::isNamed);
    }

    private boolean isNamed(Class<?> type) {
        if (words.contains(type.getSimpleName())) {
            return true;
        }
        for (var above : type.getInterfaces()) {
            if (isNamed(above)) {
                return true;
            }
        }
        return type.getSuperclass() != null && isNamed(type.getSuperclass());
    }

    /** Those of some names that the rules spell anywhere, in order. */
    Set<String> named(Collection<String> names) {
        var named = new TreeSet<>(names);
        named.retainAll(words);
        return named;
    }
}
