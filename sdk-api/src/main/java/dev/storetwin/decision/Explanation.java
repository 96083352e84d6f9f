package dev.storetwin.decision;

/**
 * Why a decision came out as it did.
 *
 * @param text for a merchant, several lines
 * @param json for programs: the decision's entry in the audit trail, byte for byte
 */
public record Explanation(String text, String json) {

    @Override
    public String toString() {
        return text;
    }
}
