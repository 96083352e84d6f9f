package dev.storetwin.cli.report;

import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.type.Capability;
import java.util.List;

/**
 * One decision on one line of a table.
 *
 * @param page    place among the decisions that are told in full, counted from 1; 0 when it is not
 * @param subject the SKU or order
 * @param name    what the shop calls it; may be empty
 * @param place   the channel or node
 * @param action  in words; of what waits for approval too
 * @param gain    expected over doing nothing, of what waits for approval too
 * @param unit    of the gain
 * @param rules   that spoke about any alternative
 * @param reason  the most important one
 */
public record DecisionRow(
        int page,
        String subject,
        String name,
        String place,
        Capability capability,
        DecisionStatus status,
        String action,
        double gain,
        String unit,
        List<String> rules,
        String reason) {

    public DecisionRow {
        rules = List.copyOf(rules);
    }

    DecisionRow withPage(int number) {
        return new DecisionRow(number, subject, name, place, capability, status, action, gain, unit, rules, reason);
    }
}
