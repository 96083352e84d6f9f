package dev.storetwin.shopify;

import dev.storetwin.type.Personal;
import dev.storetwin.type.Place;
import dev.storetwin.type.Region;
import java.util.Optional;

/** Reads addresses as coarse as planning needs them. */
final class Places {

    private Places() {}

    static Shape shape(String into) {
        return declare(Shape.of("address"), into)
                .leaves("personal, and of no use to planning", "name city id customer_id default")
                .leaves("says the same as the code", "country_name");
    }

    static Shape declare(Shape shape, String into) {
        return shape.reads("country_code", into + ".country")
                .reads("country", into + ".country, where there is no code")
                .reads("province_code", into + ".region")
                .reads("province", into + ".region, where there is no code")
                .reads("zip", into + ".postalCode, personal");
    }

    /** Empty without a country. */
    static Optional<Place> read(Json address) {
        return address.text("country_code")
                .or(() -> address.text("country"))
                .map(country -> new Place(
                        country, region(address, country), address.text("zip").map(Personal::of)));
    }

    private static Optional<Region> region(Json address, String country) {
        var region = address.text("province_code").isPresent() ? "province_code" : "province";
        return address.as(region, province -> Region.of(country + "-" + province));
    }
}
