// Gathers what belongs to one provider.
#include "network/proposals/own_records.hpp"

#include "platform/time/prague.hpp"

namespace network {

OwnProviderLines OwnProviderLines::read(db::Session& db, const Provider& provider, const User& user, Date day) {
    OwnProviderLines lines{provider, {}, {}, {}, {}};
    auto territory = Territory::read(db, day);
    auto places = facilities_of_provider(db, provider.id);
    for (auto& place : places) lines.places.push_back({place.id, place.name, street_and_town(place, territory)});
    lines.services = db.all<OwnServiceLine>(
        "SELECT id, slug, name, status, verified_on, (SELECT count(*) FROM proposals WHERE record_id = services.id"
        " AND state IN ('proposed', 'returned')) AS waiting, (SELECT count(*) FROM mistake_reports"
        " WHERE service_id = services.id AND state = 'new') AS mistakes FROM services WHERE provider_id = $1"
        " AND status <> 'ended' ORDER BY name_sort, slug",
        provider.id);
    auto premises =
        db.all<Premises>("SELECT * FROM premises WHERE id IN (SELECT premises_id FROM service_premises JOIN services"
                         " ON services.id = service_id WHERE provider_id = $1) ORDER BY name, id",
                         provider.id);
    for (auto& one : premises)
        if (auto view = PremisesInView::find(db, to_text(one.id)); view && view->own(user))
            lines.premises.push_back(one);
    lines.mistakes = db.all<OwnMistake>(
        "SELECT services.name AS service, slug, message, state, mistake_reports.created_at AS created_at, answer"
        " FROM mistake_reports JOIN services ON services.id = service_id WHERE provider_id = $1"
        " ORDER BY CASE WHEN state = 'new' THEN 0 ELSE 1 END, mistake_reports.created_at DESC LIMIT 10",
        provider.id);
    return lines;
}

html::Tag OwnRecords::verified(const OwnServiceLine& line, html::Out& out) const {
    if (!line.verified_on) return {html::Tag::unknown, out.text("own.unverified")};
    auto kind = freshness(line.verified_on, today) == Freshness::fresh ? html::Tag::ok : html::Tag::part;
    return {kind, out.text("own.verified", to_czech(*line.verified_on))};
}

html::Tag OwnRecords::status(const OwnServiceLine& line, html::Out& out) const {
    return {line.status == "active" ? html::Tag::ok : html::Tag::part, out.text("edit.status." + line.status)};
}

std::string OwnRecords::moment(Instant moment) const { return to_czech(day_in_prague(moment)); }

}
