// Saves while one types, and offers what was saved.
#include "platform/drafts/draft_pages.hpp"

#include "platform/time/prague.hpp"

namespace drafts {

namespace {

std::string short_time(Instant moment) {
    auto text = to_czech(moment);    // 1. 7. 2026 14.05
    return text.substr(text.rfind(' ') + 1);
}

}

http::PageHead DraftKept::head(const i18n::Texts& texts) const {
    return {.title = texts.text(kept ? "draft.kept" : "draft.not_kept"), .staff = true};
}

http::Response keep_draft(const http::Request& request, Permit<may::KeepOwnDrafts> permit) {
    auto form = request.values.first(marker);
    bool kept = keep(permit.db(), permit.now(), permit.user(), form, request.values);
    if (!request.wants_json() && kept) return http::redirect(form, "?koncept=ulozen");
    return respond(request, DraftKept{kept, short_time(permit.now())}, kept ? http::ok : http::unprocessable);
}

http::Response drop_draft(const http::Request& request, Permit<may::KeepOwnDrafts> permit) {
    auto form = request.values.first(marker);
    if (!is_form(form)) throw NotFound{};
    drop(permit.db(), permit.user().id, form);
    return http::redirect(form);
}

DraftOffer DraftOffer::read(const http::Request& request, db::Session& db, const std::string& form) {
    DraftOffer offer{form, to_text(request.user->id), request.form_token};
    offer.draft = find(db, request.user->id, form);
    auto asked = request.asked.first("koncept");
    offer.restored = offer.draft && asked == "obnovit";
    offer.just_kept = offer.draft && asked == "ulozen";
    return offer;
}

std::string DraftOffer::moment() const { return to_czech(draft->saved_at); }

}
