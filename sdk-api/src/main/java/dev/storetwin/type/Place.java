package dev.storetwin.type;

import java.util.Optional;

/**
 * Where on earth, as coarse as planning needs it: country and region in the clear, the rest personal.
 *
 * @param country    ISO 3166 code or the platform's name for it
 * @param region     state, province or department
 * @param postalCode personal, since it can point at a person
 */
public record Place(String country, Optional<Region> region, Optional<Personal> postalCode) {

    public static Place of(String country) {
        return new Place(country, Optional.empty(), Optional.empty());
    }
}
