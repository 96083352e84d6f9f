package dev.storetwin.state;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is looked at when an event comes in, and what becomes of it.
 *
 * <p>What an event by itself cannot mean is quarantined, what is only odd beside what is known is taken and noted; {@link #treating} says
 * otherwise. Rules hold for news alone: what was accepted once stays accepted, whatever the rules are by then.
 *
 * @param treatments of each defect
 * @param times      how far its times may lie apart
 * @param values     how large its values may be
 */
public record QualityRules(Map<Defect, Treatment> treatments, TimeLimits times, ValueLimits values) {

    public static final QualityRules DEFAULT = new QualityRules(Map.of(), TimeLimits.DEFAULT, ValueLimits.DEFAULT);

    public QualityRules {
        var all = new EnumMap<Defect, Treatment>(Defect.class);
        Arrays.stream(Defect.values()).forEach(it -> all.put(it, it.usual()));
        all.putAll(treatments);
        treatments = Collections.unmodifiableMap(all);
        treatments.forEach(QualityRules::check);
    }

    private static void check(Defect defect, Treatment treatment) {
        if (defect.isFatal() && treatment != Treatment.QUARANTINE) {
            throw new IllegalArgumentException("""
                    An event that is '%s' can only be quarantined, not %s: the state could not hold it.
                    Maybe another defect is meant.""".formatted(defect.label(), treatment));
        }
    }

    public Treatment of(Defect defect) {
        return treatments.getOrDefault(defect, defect.usual());
    }

    /** Whether an event may be refused by what it was compared with: by the last price or count. */
    public boolean refusesLeaps() {
        return of(Defect.PRICE_LEAP) == Treatment.QUARANTINE || of(Defect.QUANTITY_LEAP) == Treatment.QUARANTINE;
    }

    /** The same rules, one defect being treated so. */
    public QualityRules treating(Defect defect, Treatment treatment) {
        var changed = new EnumMap<>(treatments);
        changed.put(defect, treatment);
        return new QualityRules(changed, times, values);
    }

    public QualityRules withTimes(TimeLimits limits) {
        return new QualityRules(treatments, limits, values);
    }

    public QualityRules withValues(ValueLimits limits) {
        return new QualityRules(treatments, times, limits);
    }
}
