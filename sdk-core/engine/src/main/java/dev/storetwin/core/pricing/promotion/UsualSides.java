package dev.storetwin.core.pricing.promotion;

import java.util.List;

/**
 * Which shares of a thing's lift its side effects usually are, with their signs: below zero where units are lost.
 *
 * @param missing which are not known; they count as none
 */
record UsualSides(CommonShare aside, CommonShare substitutes, CommonShare companions, List<String> missing) {

    private static final CommonShare NONE = new CommonShare(0, 0);

    UsualSides {
        missing = List.copyOf(missing);
    }

    static CommonShare orNone(CommonShare share) {
        return share.isKnown() ? share : NONE;
    }
}
