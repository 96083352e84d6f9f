package dev.storetwin.core;

import dev.storetwin.monitor.HeartbeatRules;
import dev.storetwin.state.QualityRules;

/**
 * How a twin looks at what comes in.
 *
 * @param rules      what is refused, what is noted
 * @param heartbeat  when the silence of a source is news
 * @param quarantine how many refused events are kept; beyond that the oldest go, and are counted
 */
public record QualityOptions(QualityRules rules, HeartbeatRules heartbeat, int quarantine) {

    /** The generous rules, and room for 10,000 refused events. */
    public static final QualityOptions DEFAULT =
            new QualityOptions(QualityRules.DEFAULT, HeartbeatRules.DEFAULT, 10_000);

    private static final int LARGEST = 1_000_000;

    public QualityOptions {
        if (quarantine < 1 || quarantine > LARGEST) {
            throw new IllegalArgumentException(
                    "A quarantine needs room for one event at least and %d at most, not %d.\nMaybe what it would hold should be repaired at its source."
                            .formatted(LARGEST, quarantine));
        }
    }

    public QualityOptions withRules(QualityRules shop) {
        return new QualityOptions(shop, heartbeat, quarantine);
    }

    public QualityOptions withHeartbeat(HeartbeatRules shop) {
        return new QualityOptions(rules, shop, quarantine);
    }

    public QualityOptions withQuarantine(int events) {
        return new QualityOptions(rules, heartbeat, events);
    }
}
