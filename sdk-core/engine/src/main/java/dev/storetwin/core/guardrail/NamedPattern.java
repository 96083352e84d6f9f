package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A place in the text of a rule where facts of a type are looked at, by {@code name == "..."} or without a name.
 *
 * @param file where it stands
 * @param at   offset of the type's name
 * @param name that it asks for; empty without
 * @param none whether it asks that there be none
 */
record NamedPattern(RuleFile file, int at, Optional<Name> name, boolean none) {

    private static final Pattern NAME = Pattern.compile("\\bname\\s*==\\s*\"([^\"]*)\"");

    private static final Pattern TEXT_OR_COMMENT =
            Pattern.compile("\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /**
     * What stands in the quotes.
     *
     * @param at offset in the file
     */
    record Name(String value, int at) {}

    /** All places of a file that look at a type, in their order. */
    static List<NamedPattern> of(RuleFile file, Class<? extends Fact> type) {
        return Pattern.compile("(\\bnot\\s*\\(?\\s*)?\\b(" + type.getSimpleName() + ")\\s*\\(([^)]*)\\)")
                .matcher(masked(file.content()))
                .results()
                .map(it -> of(file, it))
                .toList();
    }

    private static NamedPattern of(RuleFile file, MatchResult seen) {
        var name = NAME.matcher(file.content().substring(seen.start(3), seen.end(3)));
        var found = name.find()
                ? Optional.of(new Name(name.group(1), seen.start(3) + name.start(1)))
                : Optional.<Name>empty();
        return new NamedPattern(file, seen.start(2), found, seen.group(1) != null);
    }

    /** With blanks for what stands in texts and comments. */
    private static String masked(String drl) {
        return TEXT_OR_COMMENT.matcher(drl).replaceAll(it -> it.group().replaceAll("[^\\n\"]", " "));
    }

    /** At the name, or at the type where there is none. */
    Finding finding(String problem, String hint) {
        int place = name.map(Name::at).orElse(at);
        var before = file.content().substring(0, place);
        int line = (int) before.chars().filter(it -> it == '\n').count() + 1;
        return new Finding(file.name(), line, place - before.lastIndexOf('\n'), problem, hint);
    }
}
