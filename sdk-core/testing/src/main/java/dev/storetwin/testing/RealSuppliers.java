package dev.storetwin.testing;

import dev.storetwin.core.random.Draws;
import dev.storetwin.testing.Purchasing.Fullness;
import dev.storetwin.testing.Purchasing.Manners;
import dev.storetwin.testing.Purchasing.Purchase;
import dev.storetwin.type.SupplierId;
import java.time.Duration;
import java.time.Instant;

/** Suppliers as they are: lead times vary, some deliveries are short, and some suppliers close for weeks. */
final class RealSuppliers implements Manners {

    private static final double CLOSES_IN_A_YEAR = .6;
    private static final double SPREAD = .15;

    private final ShopSettings settings;
    private final Draws draws;

    RealSuppliers(ShopSettings settings) {
        this.settings = settings;
        this.draws = Draws.of(settings.seed());
    }

    @Override
    public Instant arrival(Purchase purchase, Instant ordered) {
        var draw = draws.keyed("lead-time", purchase.id().value(), 0);
        var leadTime = Duration.between(ordered, purchase.promised());
        double factor = StrictMath.exp(SPREAD * draw.nextGaussian());
        var needed = Duration.ofSeconds((long) (leadTime.toSeconds() * factor));
        var begins = purchase.supplier().map(it -> reopening(it, ordered)).orElse(ordered);
        var day = begins.plus(needed).atZone(settings.zone()).toLocalDate();
        return day.atTime(7, 30)
                .atZone(settings.zone())
                .plusSeconds(draw.nextInt(5_400))
                .toInstant();
    }

    /** Three to five weeks in which a supplier works on no order, once in some years. */
    private Instant reopening(SupplierId supplier, Instant ordered) {
        long year = Duration.between(settings.opening(), ordered).toDays() / 365;
        var draw = draws.keyed("closed", supplier.value(), year);
        if (!draw.nextBoolean(CLOSES_IN_A_YEAR)) {
            return ordered;
        }
        var closes = settings.opening().plus(Duration.ofDays(year * 365 + 30 + draw.nextInt(300)));
        var reopens = closes.plus(Duration.ofDays(21 + draw.nextInt(15)));
        return ordered.isBefore(closes) || ordered.isAfter(reopens) ? ordered : reopens;
    }

    @Override
    public Fullness fullness(Purchase purchase) {
        double chance = draws.keyed("fullness", purchase.id().value(), 0).nextDouble();
        return chance < .94 ? Fullness.COMPLETE : chance < .985 ? Fullness.IN_TWO_PARTS : Fullness.SHORT;
    }
}
