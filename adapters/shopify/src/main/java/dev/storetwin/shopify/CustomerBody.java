package dev.storetwin.shopify;

import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.IdentityClaimed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer: what Shopify says of a person, and what the person consents to. */
final class CustomerBody implements BodyTranslator {

    private static final String ADDRESS_LINES = "IdentityClaimed.claims: ADDRESS";

    private static final Shape ADDRESS = Shape.of("address of a customer")
            .reads("address1", ADDRESS_LINES)
            .reads("address2", ADDRESS_LINES)
            .reads("city", ADDRESS_LINES)
            .reads("province_code", ADDRESS_LINES)
            .reads("country_code", ADDRESS_LINES)
            .reads("zip", ADDRESS_LINES + " and POSTAL_CODE")
            .leaves("who lives there; the customer says it", "first_name last_name name company phone")
            .leaves("say the same as the codes", "country country_name province")
            .leaves("nothing refers to it", "id customer_id default");

    static final Shape SHAPE = Consents.declare(Shape.of("customer"))
            .identified("IdentityClaimed.subject as a token, and claims: PLATFORM_ID")
            .reads("email", "IdentityClaimed.claims: EMAIL")
            .reads("verified_email", "IdentityClaimed.claims: EMAIL only where it is not known to be somebody else's")
            .reads("phone", "IdentityClaimed.claims: PHONE")
            .reads("first_name", "IdentityClaimed.claims: NAME")
            .reads("last_name", "IdentityClaimed.claims: NAME")
            .reads("updated_at", "IdentityClaimed.occurredAt and version")
            .reads("created_at", "IdentityClaimed.occurredAt and version, where there is no `updated_at`")
            .each("addresses", ADDRESS)
            .part("default_address", ADDRESS)
            .leaves("the twin counts orders itself", "orders_count total_spent last_order_id last_order_name")
            .leaves("the account, not the person", "state multipass_identifier currency tags metafield locale")
            .leaves("`email_marketing_consent` says it", "accepts_marketing accepts_marketing_updated_at")
            .leaves("`email_marketing_consent` says it", "marketing_opt_in_level");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json customer, Facts facts) {
        var subject = Customers.own(customer, facts);
        var at = customer.moment("updated_at")
                .or(() -> customer.moment("created_at"))
                .orElse(facts.moment());
        var header = facts.header(IdentityClaimed.class, EntityKind.SUBJECT, subject.value(), at);
        facts.add(new IdentityClaimed(header, subject, claimsOf(customer)));
        Consents.tell(customer, subject, at, facts);
    }

    private static List<Claim> claimsOf(Json customer) {
        var claims = new ArrayList<Claim>();
        claims.add(Claim.of(ClaimKind.PLATFORM_ID, customer.ownId()));
        if (customer.flag("verified_email").orElse(true)) {
            customer.text("email").ifPresent(email -> claims.add(Claim.of(ClaimKind.EMAIL, email)));
        }
        customer.text("phone").ifPresent(phone -> claims.add(Claim.of(ClaimKind.PHONE, phone)));
        joined(customer, "first_name", "last_name").forEach(name -> claims.add(Claim.of(ClaimKind.NAME, name)));
        addresses(customer).forEach(address -> claims.addAll(claimsOfAddress(address)));
        return claims.stream().distinct().toList();
    }

    private static Stream<Json> addresses(Json customer) {
        return Stream.concat(Stream.of(customer.at("default_address")), customer.each("addresses").stream());
    }

    private static List<Claim> claimsOfAddress(Json address) {
        var lines = joined(address, "address1", "address2", "zip", "city", "province_code", "country_code")
                .map(text -> Claim.of(ClaimKind.ADDRESS, text));
        var postalCode = address.text("zip").stream().map(zip -> Claim.of(ClaimKind.POSTAL_CODE, zip));
        return Stream.concat(lines, postalCode).toList();
    }

    /** The fields that are there in one text; none when none is. */
    private static Stream<String> joined(Json json, String... fields) {
        var text = Stream.of(fields).flatMap(it -> json.text(it).stream()).collect(Collectors.joining(" "));
        return Stream.of(text).filter(it -> !it.isEmpty());
    }
}
