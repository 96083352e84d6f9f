package dev.storetwin.core.state;

import dev.storetwin.state.TwinState;
import java.time.Instant;

/** What was so at an earlier moment, as a state knows it. */
final class PastState extends ShopMoment {

    private final ShopState known;
    private final Instant moment;

    PastState(ShopState known, Instant moment) {
        super(new PastReading(known.roots(), AsOf.of(moment, known.folding()), known.folding()), known.folding());
        this.known = known;
        this.moment = moment;
    }

    @Override
    public long revision() {
        return known.revision();
    }

    @Override
    public TwinState asOf(Instant earlier) {
        return earlier.isBefore(moment) ? known.asOf(earlier) : this;
    }
}
