// Keeps memberships in two times and copies them from year to year.
#include "network/service_networks/network_member.hpp"

#include <algorithm>
#include <map>

namespace network {

std::vector<ListedMember> members_of(db::Session& db, Id<ServiceNetwork> network, Date day, Instant known_at) {
    return db.all<ListedMember>(
        "SELECT network_members.*, services.slug AS service_slug, services.name AS service_name, type_code,"
        " register_identifier, providers.slug AS provider_slug,"
        " coalesce(providers.short_name, providers.name) AS provider_name, ico FROM network_members"
        " JOIN services ON services.id = service_id JOIN providers ON providers.id = services.provider_id"
        " WHERE network_id = $1 AND network_members.valid_from <= $2"
        " AND (network_members.valid_to IS NULL OR network_members.valid_to > $2)"
        " AND recorded_at <= $3 AND (replaced_at IS NULL OR replaced_at > $3)"
        " ORDER BY services.name_sort, providers.name_sort, services.slug",
        network, day, known_at);
}

std::vector<ListedMember> all_members_of(db::Session& db, Id<ServiceNetwork> network) {
    return db.all<ListedMember>(
        "SELECT network_members.*, services.slug AS service_slug, services.name AS service_name, type_code,"
        " register_identifier, providers.slug AS provider_slug,"
        " coalesce(providers.short_name, providers.name) AS provider_name, ico FROM network_members"
        " JOIN services ON services.id = service_id JOIN providers ON providers.id = services.provider_id"
        " WHERE network_id = $1 AND replaced_at IS NULL"
        " ORDER BY services.name_sort, providers.name_sort, services.slug, network_members.valid_from",
        network);
}

std::vector<NetworkMember> memberships_of(db::Session& db, Id<Service> service) {
    return db.all<NetworkMember>("SELECT * FROM network_members WHERE service_id = $1 AND replaced_at IS NULL"
                                 " ORDER BY valid_from DESC, id",
                                 service);
}

std::optional<NetworkMember> find_member(db::Session& db, Id<Membership> id) {
    return db.maybe<NetworkMember>("SELECT * FROM network_members WHERE membership_id = $1 AND replaced_at IS NULL",
                                   id);
}

std::vector<NetworkMember> versions_of(db::Session& db, Id<Membership> id) {
    return db.all<NetworkMember>(
        "SELECT * FROM network_members WHERE membership_id = $1 ORDER BY recorded_at DESC, id DESC", id);
}

std::int64_t count_members(db::Session& db, Id<ServiceNetwork> network, Date day) {
    return db.one<std::int64_t>("SELECT count(*) FROM network_members WHERE network_id = $1 AND replaced_at IS NULL"
                                " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)",
                                network, day);
}

namespace {

bool overlap(const Validity& a, const Validity& b) {
    return (!a.valid_to || b.valid_from < *a.valid_to) && (!b.valid_to || a.valid_from < *b.valid_to);
}

// Another membership of the same service in the same network at some of the same time.
bool is_taken(db::Session& db, const NetworkMember& member) {
    auto all = memberships_of(db, member.service_id);
    return std::ranges::any_of(all, [&](auto& other) {
        return other.network_id == member.network_id && other.membership_id != member.membership_id &&
               overlap(other.validity, member.validity);
    });
}

// What a version says, without when it was said.
std::vector<history::FieldChange> said_otherwise(NetworkMember before, const NetworkMember& after) {
    before.id = after.id, before.recorded = after.recorded, before.kept = after.kept;
    auto& names = db::field_names<NetworkMember>();
    auto was = db::values_of(before), is = db::values_of(after);
    return history::inside::differences(names, was, is);
}

}

std::optional<Id<Membership>> enter(const Author& author, NetworkMember member) {
    member.membership_id = Id<Membership>::made_at(author.now);
    if (is_taken(author.work, member)) return {};
    add(author, member);
    return member.membership_id;
}

bool change_member(const Author& author, const NetworkMember& before, NetworkMember after) {
    if (said_otherwise(before, after).empty()) return false;
    after.membership_id = before.membership_id;
    replace(author, before, after);
    return true;
}

bool leave_network(const Author& author, const NetworkMember& member, Date day, std::optional<std::string> reason,
                   std::optional<std::string> resolution) {
    if (day <= member.validity.valid_from) {
        withdraw_member(author, member, std::move(reason), std::move(resolution));
        return true;
    }
    auto after = member;
    after.validity.valid_to = day, after.left_reason = std::move(reason);
    if (resolution) after.resolution = std::move(resolution);
    return change_member(author, member, after);
}

void withdraw_member(const Author& author, const NetworkMember& member, std::optional<std::string> reason,
                     std::optional<std::string> resolution) {
    auto former = member;
    former.recorded.replaced_at = author.now, former.left_reason = std::move(reason);
    if (resolution) former.resolution = std::move(resolution);
    change(author, member, former);
}

std::vector<NetworkMember> taken_out_of(db::Session& db, Id<ServiceNetwork> network) {
    return db.all<NetworkMember>(
        "SELECT * FROM network_members WHERE network_id = $1 AND replaced_at IS NOT NULL AND recorded_at ="
        " (SELECT max(last.recorded_at) FROM network_members last"
        " WHERE last.membership_id = network_members.membership_id)"
        " AND NOT EXISTS (SELECT 1 FROM network_members held WHERE held.membership_id = network_members.membership_id"
        " AND held.replaced_at IS NULL) ORDER BY replaced_at DESC, id DESC",
        network);
}

bool put_back(const Author& author, const NetworkMember& version) {
    if (is_taken(author.work, version)) return false;
    if (auto now = find_member(author.work, version.membership_id)) return change_member(author, *now, version);
    auto again = version;
    again.left_reason.reset(), again.kept = {};
    add(author, again);
    return true;
}

Copied copy_members(const Author& author, const ServiceNetwork& from, const ServiceNetwork& to) {
    Copied copied;
    auto day = from.validity.valid_to ? *from.validity.valid_to - std::chrono::days{1} : to.validity.valid_from;
    auto begins = to.validity.valid_from;
    for (auto& listed : members_of(author.work, from.id, day, author.now)) {
        auto member = listed.member;
        auto service = find_service(author.work, member.service_id);
        if (!service->provided_on(begins)) {
            ++copied.left_out;
            continue;
        }
        member.network_id = to.id, member.validity = to.validity;
        member.entered_reason.reset(), member.left_reason.reset(), member.resolution.reset(), member.note.reset();
        member.kept = {};
        // What was put right is no condition any more, and what ran out entrusts with nothing.
        if (member.conditions_met_on)
            member.conditions.reset(), member.conditions_until.reset(), member.conditions_met_on.reset();
        if (member.entrustment_to && *member.entrustment_to <= begins) {
            member.entrustment_number.reset(), member.entrustment_from.reset(), member.entrustment_to.reset();
            member.entrustment_body.reset(), member.entrustment_resolution.reset();
            member.entrustment_resolved_on.reset();
        }
        if (enter(author, member)) ++copied.members;
        else ++copied.left_out;
    }
    return copied;
}

std::vector<NetworkOfService> networks_of_service(db::Session& db, Id<Service> service, Date day) {
    std::vector<NetworkOfService> found;
    auto memberships = memberships_of(db, service);    // the newest first
    if (memberships.empty()) return found;
    std::map<Id<ServiceNetwork>, ServiceNetwork> networks;
    for (auto& network : list_networks(db))
        if (network.published) networks.emplace(network.id, network);
    for (auto& member : memberships) {
        auto at = networks.find(member.network_id);
        if (at == networks.end() || !member.validity.holds_on(day)) continue;
        NetworkOfService one{at->second, member, member.validity.valid_from};
        for (auto& former : memberships) {
            auto before = networks.find(former.network_id);
            if (before == networks.end() || before->second.kind_code != one.network.kind_code ||
                before->second.municipality_code != one.network.municipality_code)
                continue;
            if (former.validity.valid_from < one.since && former.validity.valid_to &&
                *former.validity.valid_to >= one.since)
                one.since = former.validity.valid_from;
        }
        found.push_back(std::move(one));
    }
    return found;
}

}
