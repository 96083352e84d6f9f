package dev.storetwin.core.pricing.thrift;

import dev.storetwin.core.pricing.ElasticityBook;
import dev.storetwin.core.pricing.ElasticitySource;
import dev.storetwin.model.ModelOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The last book of elasticities, kept for the time when the budget is short. For any thread. */
final class KeptElasticities {

    /** What stands for elasticities in the name of an origin. */
    static final String MODEL = "elasticity";

    private final Duration longest;
    private volatile Optional<Kept> last = Optional.empty();

    /** @param longest how old a book may be that is handed out */
    KeptElasticities(Duration longest) {
        this.longest = longest;
    }

    record Kept(ModelOrigin origin, ElasticityBook book) {}

    /** A source whose last book is kept. */
    ElasticitySource remembering(ElasticitySource source) {
        return (state, asOf) -> {
            var book = source.at(state, asOf);
            last = Optional.of(new Kept(new ModelOrigin(MODEL, state.revision(), asOf), book));
            return book;
        };
    }

    /** The last book, unless it is too old by the moment of the question. */
    Optional<Kept> find(Instant asOf) {
        return last.filter(it -> Duration.between(it.origin().asOf(), asOf).compareTo(longest) <= 0);
    }
}
