package dev.storetwin.identity;

import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a platform's customer id into a subject token. The same customer of the same source always gives the same token; the id cannot be
 * read off it.
 *
 * <p>A twin with a vault makes keyed ones, which say nothing to anybody without the key. {@link #recognisable} ones need no key.
 */
@FunctionalInterface
public interface SubjectTokens {

    /** The token of an id that names somebody. */
    SubjectId tokenOf(Source source, String customerId);

    /** Empty when the id names nobody: blank, zero, "guest" and the like, which must not weld strangers into one person. */
    default Optional<SubjectId> token(Source source, String platformCustomerId) {
        var id = platformCustomerId.strip();
        return isNobody(id) ? Optional.empty() : Optional.of(tokenOf(source, id));
    }

    private static boolean isNobody(String id) {
        return Set.of("", "0", "null", "none", "nan", "guest", "anonymous", "undefined", "-1")
                .contains(id.toLowerCase(Locale.ROOT));
    }

    /** Tokens without a key: whoever holds a customer's id can work out its token and find it again. */
    static SubjectTokens recognisable() {
        return new RecognisableTokens();
    }
}
