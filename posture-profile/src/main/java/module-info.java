/** Profiles of items, computed once from lines of demand, receipts, sourcing, supply links and stock. */
module io.posture.profile {
    requires transitive io.posture.api;
    requires io.posture.numerics;
    requires static transitive org.jspecify;

    exports io.posture.profile;

    opens io.posture.profile;

    provides io.posture.spi.PosturePlugin with
            io.posture.profile.ProfilePlugin;
}
