package dev.storetwin.shopify;

import java.util.List;

/** Kinds of body that are known and left on purpose, each with its reason. */
final class LeftKinds {

    static final List<Kind> ALL = List.of(
            left("order edit", "it tells differences of lines; the whole order follows as `orders/updated`")
                    .topics("orders/edited")
                    .wrapped("order_edit"),
            left("risk of an order", "fraud scoring is not a fact about goods, money or time")
                    .topics(
                            "orders/risk_assessment_changed orders/shopify_protect_eligibility_changed orders/link_requested")
                    .wrapped("risk risks")
                    .toldBy("risk_level"),
            left("draft order", "nothing is ordered until it becomes an order, which comes as `orders/create`")
                    .topics("draft_orders/*")
                    .wrapped("draft_order draft_orders")
                    .toldBy("invoice_url line_items"),
            left("tender transaction", "`order_transactions/*` say the same with their stage")
                    .topics("tender_transactions/*")
                    .wrapped("tender_transaction tender_transactions")
                    .toldBy("remote_reference payment_method"),
            left("change of a return", "it names lines by their change, without the order they belong to")
                    .topics("returns/update returns/process")
                    .toldBy("restocking_fees return_shipping_fees"),
            left("reverse delivery", "it names a return, but neither its order nor its lines")
                    .topics("reverse_deliveries/* reverse_fulfillment_orders/*")
                    .toldBy("shipping_deliverable"),
            left("data request", "the host answers it; the twin knows the customer by a token only")
                    .topics("customers/data_request")
                    .toldBy("customer data_request"),
            left("redaction of a shop", "the host deletes the data directory of the whole twin")
                    .topics("shop/redact"),
            left("grouping of customers", "tags, segments and sums that the merchant or Shopify derives")
                    .topics("customers/purchasing_summary customer.* customer_groups/* segments/*")
                    .wrapped("customer_saved_search customer_saved_searches")
                    .toldBy("customerId occurredAt"),
            left("account of a customer", "payment methods and account settings are of no use to planning")
                    .topics("customer_payment_methods/* customer_account_settings/* shipping_addresses/*")
                    .wrapped("customer_address address addresses customer_invite account_activation_url"),
            left("inventory transfer", "it names lines by ids that no other body resolves to a SKU or a location")
                    .topics("inventory_transfers/* inventory_shipments/*")
                    .toldBy("happened_at items_received")
                    .toldBy("happened_at items_added"),
            left("discount", "it names neither its products nor its worth; orders say which discount gave what")
                    .topics("discounts/* price_rules/*")
                    .wrapped("price_rule price_rules discount_code discount_codes"),
            left("grouping of products", "collections and feeds group products, which tell themselves")
                    .topics("collections/* collection_listings/* collection_publications/* product_feeds/*")
                    .wrapped(
                            "collection collections custom_collection custom_collections smart_collection smart_collections"
                                    + " collect collects collection_listing collection_listings product_ids"),
            left("scheduled listing", "it is not listed yet; `product_listings/*` follow when it is")
                    .topics("scheduled_product_listings/*")
                    .wrapped("scheduled_product_listing scheduled_product_listings"),
            left("subscription", "a contract is no order yet; each delivery comes as an order of its own")
                    .topics("subscription_contracts/* subscription_billing_attempts/* subscription_billing_cycles/*"
                            + " subscription_billing_cycle_edits/* selling_plan_groups/*"),
            left("terms of payment", "when an order is to be paid does not change what was ordered")
                    .topics("payment_terms/* payment_schedules/*")
                    .wrapped("payment_terms payment_schedule"),
            left("business customer", "companies and their staff are of no use to planning")
                    .topics("companies/* company_locations/* company_contacts/* company_contact_roles/*"),
            left("settings of the shop", "how the shop is run, not what happens in it")
                    .topics(
                            "shop/* markets/* markets_backup_region/* domains/* locales/* channels/* profiles/* tax_services/*"
                                    + " tax_partners/* tax_summaries/* delivery_promise_settings/* metafield_definitions/*"
                                    + " metaobjects/* themes/* attributed_sessions/* checkout_and_accounts_configurations/*")
                    .wrapped("shop metafield metafields theme themes asset assets country countries province provinces"
                            + " currencies policies redirect redirects script_tag script_tags shipping_zones webhook webhooks"
                            + " carrier_service carrier_services fulfillment_service fulfillment_services events event"
                            + " locations_for_move shipping_rates marketing_event marketing_events engagements"),
            left("content of the shop window", "pages and pictures are of no use to planning")
                    .topics("articles/* blogs/* pages/* comments/*")
                    .wrapped("article articles blog blogs page pages comment comments image images authors tags"),
            left("gift card", "a means of payment; its sale is a line of an order")
                    .topics("gift_cards/*")
                    .wrapped("gift_card gift_cards adjustment adjustments"),
            left("business of apps", "what apps and staff do with Shopify itself")
                    .topics("app/* app_subscriptions/* app_purchases_one_time/* audit_events/* bulk_operations/*"
                            + " finance_app_staff_member/* finance_kyc_information/*")
                    .wrapped("user users report reports access_scopes storefront_access_token storefront_access_tokens"
                            + " application_charge application_charges recurring_application_charge"
                            + " recurring_application_charges usage_charge usage_charges application_credit application_credits"
                            + " mobile_platform_application mobile_platform_applications resource_feedback"
                            + " apple_pay_certificate payment_gateway payment_gateways")
                    .toldBy("deprecated_api_calls"),
            left("payout", "what Shopify pays the shop, gathered over orders")
                    .wrapped(
                            "payout payouts balance balance_transactions payment payments dispute_evidence dispute_file_upload"),
            left("answer of the API", "a count or an error is no fact about the shop")
                    .wrapped("count errors error"));

    private LeftKinds() {}

    private static Kind left(String name, String why) {
        return Kind.of(name, LeftBody.because(why));
    }
}
