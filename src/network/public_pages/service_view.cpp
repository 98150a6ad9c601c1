// Reads the rows of a service as sentences.
#include "network/catalogue/catalogue_labels.hpp"
#include "network/public_pages/service_page.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/network_words.hpp"
#include "network/services/verbatim.hpp"
#include "platform/base/parts.hpp"
#include "platform/statistics/small_numbers.hpp"

#include <fmt/format.h>

#include <span>

namespace network {

bool hides_its_places(const Service& service, const std::vector<Facility>& places) {
    return service.secret || std::ranges::any_of(places, &Facility::secret);
}

namespace {

class Reading {
public:
    Reading(db::Session& db, const ServiceDetail& detail, const Territory& territory, const CodeLists& lists,
            const i18n::Texts& texts, Date day)
        : db_{db},
          detail_{detail},
          service_{detail.service},
          territory_{territory},
          lists_{lists},
          texts_{texts},
          day_{day},
          secret_{hides_its_places(service_, detail.facilities)} {}

    ServiceView view() {
        head(), people(), course(), where(), premises(), terms(), money(), networks(), places_left(), reports(),
            contacts(), siblings(), sources(), trust();
        return std::move(view_);
    }

private:
    std::string say(const std::string& key, const std::vector<std::string>& values = {},
                    std::optional<std::int64_t> count = {}) const {
        return texts_.text(key, values, count);
    }
    std::string unless_empty(const std::optional<std::string>& text) const { return text ? set(*text) : ""; }

    void head() {
        view_.id = to_text(service_.id), view_.slug = service_.slug;
        view_.name = set(service_.name), view_.summary = unless_empty(service_.summary);
        view_.provider = detail_.provider.shown_name(), view_.provider_slug = detail_.provider.slug;
        view_.provider_full = detail_.provider.name;
        view_.type = type_words(lists_, service_.type_code, texts_);
        view_.paragraph = set(paragraph_of(lists_, service_.type_code));
        view_.type_link = "/sluzby?druh=" + http::encoded(service_.type_code);
        std::vector<std::string> forms;
        for (auto& form : detail_.forms) {
            forms.push_back(form_words(lists_, form.form_code, texts_));
            view_.plain_forms.push_back(form_words(lists_, form.form_code, texts_, true));
        }
        view_.forms = text::joined(forms);
        view_.paused = service_.status == "paused", view_.status_reason = unless_empty(service_.status_reason);
        // NB: the summary is the description's first sentence more often than not, so it is not said twice.
        if (!service_.description) return;
        for (auto& paragraph : text::parted(*service_.description, "\n")) view_.description.push_back(set(paragraph));
    }

    void people() {
        for (auto& group : detail_.target_groups) {
            auto words = group_words(lists_, group.group_code, texts_);
            view_.groups.push_back({set(words), {}, unless_empty(group.note)});
        }
        auto limits = age_limits(service_, detail_.age_bands, lists_);
        view_.ages = age_sentence(limits, texts_), view_.age_doubt = age_doubt(limits, texts_);
        view_.eligibility = unless_empty(service_.eligibility);
    }

    // A source's „pondělí až pátek 7,30 – 15,30 hodin“ adds nothing to the hours that were read from it.
    bool says_the_same(std::string note, const OpeningTime& time) const {
        if (!time.opens_at || !time.closes_at) return note == opening_words(time, texts_);
        std::ranges::replace(note, ',', '.'), std::ranges::replace(note, ':', '.');
        return note.find(to_czech_time(*time.opens_at)) != note.npos &&
               note.find(to_czech_time(*time.closes_at)) != note.npos;
    }

    void course() {
        for (auto& step : detail_.steps) view_.steps.push_back({set(step.title), unless_empty(step.explanation)});
        view_.how_to_apply = unless_empty(service_.how_to_apply);
        for (auto& time : detail_.opening_times) {
            HoursView hours{opening_words(time, texts_), {}, {}};
            if (time.facility_id && !secret_)
                for (auto& place : detail_.facilities)
                    if (place.id == *time.facility_id) hours.where = place.name;
            if (time.form_code && detail_.forms.size() > 1)
                hours.where += (hours.where.empty() ? "" : ", ") + form_words(lists_, *time.form_code, texts_);
            std::vector<std::string> notes;
            if (time.by_appointment && (time.opens_at || !time.days.empty() || time.nonstop))
                notes.push_back(say("service_page.open.by_appointment"));
            if (time.times_a_week && !time.days.empty())
                notes.push_back(
                    say("service_page.open.times_a_week", {std::to_string(*time.times_a_week)}, time.times_a_week));
            if (time.note && !says_the_same(*time.note, time)) notes.push_back(set(*time.note));
            hours.note = text::joined(notes);
            if (!hours.when.empty()) view_.hours.push_back(std::move(hours));
            view_.has_opening_feed |= time.nonstop || !time.days.empty();
        }
    }

    void where() {
        view_.secret = secret_;
        for (auto& words : reach_words(detail_.coverages, territory_, texts_)) view_.reach.push_back(words);
        if (secret_) return;
        for (auto& facility : detail_.facilities) {
            PlaceView place{set(facility.name), set(address_line(facility, territory_)), {}, {}, {}};
            place.town = town_name(facility, territory_);
            if (facility.latitude && facility.longitude && !facility.approximate)
                place.map =
                    fmt::format("https://www.openstreetmap.org/?mlat={0:.5f}&mlon={1:.5f}#map=17/{0:.5f}/{1:.5f}",
                                *facility.latitude, *facility.longitude);
            for (auto& note : {facility.accessibility, facility.directions})
                if (note) place.notes.push_back(set(*note));
            place.street_unknown = facility.approximate && !facility.street;
            if (!place.town.empty() && std::ranges::find(view_.towns, place.town) == view_.towns.end())
                view_.towns.push_back(place.town);
            view_.places.push_back(std::move(place));
        }
    }

    // Row 0.31: what is declared and what is listed need not agree; both are shown.
    void premises() {
        if (secret_) return;
        for (auto& premises : detail_.premises) {
            if (at_secret_place(db_, premises)) continue;
            PremisesView shown{premises_words(premises), {}, {}, {}};
            for (auto& room : detail_.rooms)
                if (room.premises_id == premises.id) shown.rooms.push_back(set(room.name));
            if (auto count = room_count(premises, detail_.rooms); count.differ() && count.listed > 0)
                shown.difference = say("service_page.rooms.differ",
                                       {std::to_string(*count.declared), std::to_string(count.listed)}, count.declared);
            auto sharing = services_in(db_, premises.id, day_);
            for (auto& other : sharing)
                if (other.id != service_.id && !hides_its_places(other, facilities_of(db_, other.id, day_)))
                    shown.shared_with.push_back({other.name, "/sluzby/" + other.slug});
            view_.premises.push_back(std::move(shown));
        }
    }

    std::string premises_words(const Premises& premises) const {
        std::vector<std::string> parts;
        if (premises.declared_rooms)
            parts.push_back(
                say("service_page.rooms", {std::to_string(*premises.declared_rooms)}, premises.declared_rooms));
        if (premises.area_m2) parts.push_back(area_to_czech(square_metres(*premises.area_m2)));
        if (premises.garden_m2)
            parts.push_back(say("service_page.garden", {to_czech(square_metres(*premises.garden_m2))}));
        if (premises.tenure) parts.push_back(say("service_page.tenure." + *premises.tenure));
        if (premises.owner && premises.tenure != "owned")
            parts.push_back(say("service_page.premises.owner", {*premises.owner}));
        if (premises.meets_norms == true) parts.push_back(say("service_page.premises.meets_norms"));
        // Several are told apart by their names; where nothing else is known, the name is what there is to say.
        if (parts.empty() || detail_.premises.size() > 1) parts.insert(parts.begin(), set(premises.name));
        return text::joined(parts);
    }

    void terms() {
        for (auto& code : text::parted(service_.accessibility, ";"))
            view_.accessibility.push_back(lists_.name("accessibility", code, texts_.language()));
        if (service_.accessibility_note)
            view_.accessibility.push_back(set(*service_.accessibility_note)), view_.accessibility_said = true;
        if (service_.fees) view_.fees = set(*service_.fees), view_.fees_said = true;
        else if (service_.fees_kind) view_.fees = say("service_page.fees." + *service_.fees_kind);
        view_.register_identifier = service_.register_identifier.value_or("");
        if (service_.starts_on) {
            auto date = ::to_czech(*service_.starts_on);
            if (service_.starts_on_precision == "year") date = std::to_string(year_of(*service_.starts_on));
            else if (service_.starts_on_precision == "month")
                date = say("service_page.month",
                           {std::to_string(unsigned(std::chrono::year_month_day{*service_.starts_on}.month())),
                            std::to_string(year_of(*service_.starts_on))});
            view_.started = date;
        }
    }

    // Rows 0.02–0.04: the number stands once with the contract, each of its services shows it.
    void money() {
        std::optional<std::string> shown;
        for (auto& contract : detail_.contracts) {
            auto term = say("service_page.contract.term." + contract.term);
            auto text = contract.starts_on || contract.ends_on
                            ? say("service_page.contract.dated",
                                  {contract.number, term, contract.starts_on ? ::to_czech(*contract.starts_on) : "?",
                                   contract.ends_on ? ::to_czech(*contract.ends_on) : "?"})
                            : say("service_page.contract", {contract.number, term});
            if (contract.project_name) {
                view_.money.push_back(
                    {say("service_page.project", {*contract.project_name, contract.project_number.value_or("")})});
                shown = contract.project_name;
            }
            view_.money.push_back({text});
        }
        if (service_.project_name && service_.project_name != shown)
            view_.money.push_back(
                {say("service_page.project", {*service_.project_name, service_.project_number.value_or("")})});
    }

    Reported reported(Date as_of) const { return detail_.pace.of(as_of, day_); }
    std::string as_of_words(Date as_of) const {
        return say(reported(as_of) == Reported::fresh ? "service_page.vacancy.on" : "service_page.vacancy.old",
                   {::to_czech(as_of)});
    }
    // What nobody confirmed for longer than the pace asks is grey; three times as long, and it is told no more.
    html::Tag tag_of(Date as_of, html::Tag::Kind kind, const std::string& said) const {
        if (reported(as_of) == Reported::fresh) return {kind, said};
        if (reported(as_of) == Reported::silent) return {html::Tag::unknown, say("service_page.vacancy.unverified")};
        return {html::Tag::unknown, say("service_page.vacancy.unconfirmed", {said, ::to_czech(as_of)})};
    }

    // Registered capacity is never a free place: the two stand apart and are never added.
    void places_left() {
        for (auto& capacity : detail_.capacities) {
            auto text = say("service_page.capacity", {capacity_label(capacity, lists_, texts_.language() == "en"),
                                                      form_words(lists_, capacity.form_code, texts_)});
            if (capacity.scope) text += ", " + say("service_page.capacity." + *capacity.scope);
            if (capacity.of_total) text += ", " + say("service_page.capacity.of", {std::to_string(*capacity.of_total)});
            view_.capacities.push_back(text);
        }
        for (auto& free : detail_.free_places) {
            auto said = free.count > 0 ? say("service_page.free", {std::to_string(free.count)}, free.count)
                                       : say("service_page.full");
            view_.vacancies.push_back({form_words(lists_, free.form_code, texts_),
                                       tag_of(free.as_of, free.count > 0 ? html::Tag::ok : html::Tag::bad, said),
                                       as_of_words(free.as_of)});
        }
        if (!detail_.availability || detail_.availability->state == "unknown") return;
        auto& availability = *detail_.availability;
        bool old = reported(availability.as_of) != Reported::fresh;
        auto kind = availability.state == "free" || availability.state == "open" ? html::Tag::ok : html::Tag::part;
        auto said =
            availability.wording ? set(*availability.wording) : say("service_page.availability." + availability.state);
        // Where numbers are known, the same in words would only repeat them.
        if (availability.state == "free" && !detail_.free_places.empty()) return;
        std::vector<std::string> waiting;
        auto tell = [&](const char* key, const std::optional<std::int64_t>& count) {
            if (!count) return;
            auto words = say(key, {std::to_string(*count)}, count);
            if (set(said).find(set(words)) == said.npos) waiting.push_back(words);
        };
        // Row 4.25's rule: fewer than five are not counted out in public.
        if (availability.waiting_people && statistics::is_small(*availability.waiting_people)) {
            if (!availability.wording) waiting.push_back(say("service_page.waiting.few"));
        } else tell("service_page.waiting.people", availability.waiting_people);
        tell("service_page.waiting.weeks", availability.waiting_weeks);
        waiting.push_back(as_of_words(availability.as_of));
        view_.vacancies.push_back({say("service_page.availability"), tag_of(availability.as_of, kind, said),
                                   text::joined(waiting), !old && availability.wording,
                                   reported(availability.as_of) == Reported::silent ? said : ""});
    }

    // Row 4.25: clients from a territory are a measure of their own.  Fewer than five could be recognised.
    void reports() {
        for (auto& clients : detail_.client_counts) {
            auto place = territory_.name(clients.level, clients.code), day = ::to_czech(clients.as_of);
            if (auto count = shown_count(clients.count))
                view_.clients.push_back(say("service_page.clients", {std::to_string(*count), place, day}, *count));
            else view_.clients.push_back(say("service_page.clients.few", {place, day}));
        }
        for (auto& state : detail_.capacity_states) {
            auto said = say("service_page.state." + state.kind), note = unless_empty(state.note);
            view_.states.push_back({said, note == said ? "" : note, ::to_czech(state.as_of)});
        }
        refusals();
    }

    // The newest period.  Parts and their total give nobody away, not even by subtraction.
    void refusals() {
        if (detail_.refusals.empty()) return;
        auto& period = detail_.refusals.front();
        std::vector<std::string> reasons;
        for (auto& one : period.counts) reasons.push_back(one.reason_code);
        auto shown = published(period, reasons);
        auto from = ::to_czech(period.from), to = ::to_czech(period.to - std::chrono::days{1});
        if (shown.back())
            view_.refusals.push_back(
                say("service_page.refused", {std::to_string(*shown.back()), from, to}, shown.back()));
        else view_.refusals.push_back(say("service_page.refused.few", {from, to}));
        for (std::size_t n = 0; n < reasons.size(); ++n)
            if (shown[n] && *shown[n] > 0)
                view_.refusals.push_back(
                    say("service_page.refused.reason",
                        {lists_.name("refusal_reasons", reasons[n], texts_.language()), std::to_string(*shown[n])}));
    }

    void contacts() {
        for (auto& contact : detail_.contacts) {
            // A web page or an address could give a secret place away; telephone and e-mail do not.
            if (secret_ && contact.kind == "web") continue;
            view_.contacts.push_back({contact_text(contact), contact_address(contact),
                                      contact.label ? *contact.label : say("service_page.contact." + contact.kind),
                                      contact.label.has_value()});
        }
    }

    void networks() {
        for (auto& [network, member, since] : networks_of_service(db_, service_.id, day_)) {
            std::vector<std::string> notes{say("network.since", {::to_czech(since)})};
            if (member.mark_code)
                notes.push_back(
                    say("network.mark.is", {lists_.name(network_marks, *member.mark_code, texts_.language())}));
            if (member.entrusted_on(day_))
                notes.push_back(say("network.entrustment.is", {entrustment_words(member, texts_)}));
            if (!network.approved()) notes.push_back(say("network.state.preparation"));
            view_.networks.push_back({network.name, "/site/" + network.slug, text::joined(notes, "; ")});
        }
    }

    void siblings() {
        auto limits = age_limits(service_, detail_.age_bands, lists_);
        for (auto& other : services_of_provider(db_, service_.provider_id)) {
            if (other.id == service_.id || !other.provided_on(day_)) continue;
            view_.siblings.push_back(
                {other.name, "/sluzby/" + other.slug, beside(other.name, type_words(lists_, other.type_code, texts_))});
            if (!limits.max || !view_.goes_on.text.empty() || !serves_the_same(other)) continue;
            auto its = age_limits(other, age_bands_of(db_, other.id), lists_);
            if (its.eligible(*limits.max + 1).eligible != Eligible::yes) continue;
            view_.goes_on = {other.name, "/sluzby/" + other.slug,
                             its.max ? say("service_page.goes_on.to", {std::to_string(*its.max)}) : ""};
        }
        for (auto& related :
             db_.all<RelatedService>("SELECT * FROM related_services WHERE provider_id = $1 ORDER BY name_sort, slug",
                                     service_.provider_id))
            if (related.validity.holds_on(day_))
                view_.siblings.push_back(
                    {related.name, "/souvisejici/" + related.slug,
                     beside(related.name, lists_.name("related_kinds", related.kind_code, texts_.language()))});
    }

    bool serves_the_same(const Service& other) const {
        auto theirs = target_groups_of(db_, other.id);
        return std::ranges::any_of(detail_.target_groups, [&](auto& ours) {
            return std::ranges::any_of(theirs, [&](auto& group) { return group.group_code == ours.group_code; });
        });
    }

    // Row 0.05: the source in its own words, mistakes and all.
    void sources() {
        if (secret_) return;
        for (auto& verbatim : verbatims_of(db_, service_.id.uuid)) {
            auto label =
                db_.maybe<std::string>("SELECT label FROM sources WHERE id = $1", verbatim.source_id).value_or("");
            if (view_.sources.empty() || view_.sources.back().source != label) view_.sources.push_back({label, {}});
            view_.sources.back().wordings.push_back(verbatim.wording);
        }
    }

    void trust() {
        auto fresh = freshness(service_.verified_on, day_);
        view_.unverified = fresh == Freshness::unverified, view_.ageing = fresh == Freshness::ageing;
        if (service_.verified_on)
            view_.verified = service_.verified_by ? say("service_page.verified.by",
                                                        {::to_czech(*service_.verified_on), *service_.verified_by})
                                                  : say("service_page.verified", {::to_czech(*service_.verified_on)});
        else view_.verified = say("service_page.unverified");
        if (service_.invented) view_.made_up = say("service_page.invented");
        else if (service_.sample_fields) {
            std::vector<std::string> names;
            for (auto& field : text::parted(*service_.sample_fields, ";"))
                if (texts_.has("service_page.sample." + field)) names.push_back(say("service_page.sample." + field));
            if (!names.empty()) view_.made_up = say("service_page.sample", {text::joined(names)});
        }
        for (auto& text : detail_.texts)
            if (text.language == "uk" || text.language == "en") view_.languages.push_back(text.language);
    }

    db::Session& db_;
    const ServiceDetail& detail_;
    const Service& service_;
    const Territory& territory_;
    const CodeLists& lists_;
    const i18n::Texts& texts_;
    const Date day_;
    const bool secret_;
    ServiceView view_;
};

}

std::string ServiceView::law_and_forms() const {
    return paragraph.empty() || forms.empty() ? paragraph + forms : paragraph + ", " + forms;
}

std::vector<std::string> ServiceView::groups_with_notes() const {
    std::vector<std::string> lines;
    for (auto& group : groups) lines.push_back(group.note.empty() ? group.text : group.text + " (" + group.note + ")");
    return lines;
}

std::string ServiceView::first_towns() const {
    constexpr std::size_t most = 4;
    return text::joined(std::span{towns}.first(std::min(towns.size(), most))) + (towns.size() > most ? "…" : "");
}

ServiceView service_view(db::Session& db, const ServiceDetail& detail, const Territory& territory,
                         const CodeLists& lists, const i18n::Texts& texts, Date day) {
    return Reading{db, detail, territory, lists, texts, day}.view();
}

}
