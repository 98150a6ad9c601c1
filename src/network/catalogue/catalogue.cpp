// Compares versions, makes models, keeps pages.
#include "network/catalogue/catalogue.hpp"

#include "network/catalogue/catalogue_pages.hpp"
#include "platform/http/accept.hpp"
#include "platform/http/cookies.hpp"
#include "platform/http/gzip.hpp"
#include "platform/http/reading.hpp"
#include "platform/search/language.hpp"

#include <fmt/format.h>

namespace network {

namespace {

constexpr std::size_t kept_bytes = 8 << 20;    // pages in memory, at most

}

std::shared_ptr<const CatalogueModel> Catalogue::model(db::Session& db) {
    auto version = history::content_version(db, "network");
    auto day = day_in_prague(clock_.now());
    auto current = [&] {
        std::lock_guard lock{mutex_};
        return model_ && model_->version() == version && model_->day() == day ? model_ : nullptr;
    };
    if (auto model = current()) return model;
    std::lock_guard making{making_};
    if (auto model = current()) return model;
    auto made = CatalogueModel::read(db, languages_, search::czech(), day);
    std::lock_guard lock{mutex_};
    if (!model_ || model_->version() <= made->version()) {
        model_ = made;
        pages_.clear(), by_key_.clear(), bytes_ = 0;
    }
    return made;
}

// On the embedded database looking up the version costs a few microseconds; a server would be asked over a socket, so
// there the ordinary handler answers on the pool.
std::shared_ptr<const CatalogueModel> Catalogue::in_step() {
    if (database_.kind() != db::Kind::sqlite) return nullptr;
    auto lease = database_.read();
    auto version = history::content_version(*lease, "network");
    std::lock_guard lock{mutex_};
    if (!model_ || model_->version() != version || model_->day() != day_in_prague(clock_.now())) return nullptr;
    return model_;
}

http::Quick Catalogue::quick() {
    return {[this](const http::Head&) { return in_step() != nullptr; }, [this](const http::Head& head) { return answer(head); }};
}

std::string Catalogue::key_of(const http::Head& head, const CatalogueModel& model) const {
    auto& texts = languages_.choose(http::cookie(head, "jazyk"), head.header("accept-language"));
    return fmt::format("{}|{}|{}|{}|{}", head.target, texts.language(), http::cookie(head, "vzhled"),
                       http::preferred_type(head.header("accept"), {"text/html", "application/json"}), model.version());
}

http::Answer Catalogue::answer(const http::Head& head) {
    std::shared_ptr<const CatalogueModel> model;
    {
        std::lock_guard lock{mutex_};
        model = model_;
    }
    auto key = key_of(head, *model);
    auto wrapped = [&](const Kept& kept) {
        http::Answer answer;
        answer.headers = {{"Content-Type", kept.type}, {"Cache-Control", "no-cache"}, {"Vary", "Accept, Accept-Language, Cookie"}};
        http::add_safety_headers(facts_, answer.headers);
        answer.shared_body = kept.body;
        answer.shared_gzip = kept.gzip;
        answer.etag = kept.etag;
        return answer;
    };
    {
        std::lock_guard lock{mutex_};
        auto found = by_key_.find(key);
        if (found != by_key_.end()) {
            pages_.splice(pages_.begin(), pages_, found->second);
            auto& kept = *found->second;
            // Asked for a second time, it is worth keeping compressed too.
            if (!kept.gzip && http::codings(head.header("accept-encoding")).gzip) {
                kept.gzip = std::make_shared<const std::string>(http::gzip(*kept.body));
                bytes_ += kept.gzip->size();
            }
            return wrapped(kept);
        }
    }
    http::Request request;
    http::read_head(head, facts_, languages_, request);
    request.now = clock_.now();
    static const User stranger;
    request.user = &stranger, request.facts = &facts_, request.shelf = &shelf_;
    request.path = "/sluzby";
    auto response = http::read_asked(head, request) ? http::Response{http::bad_request} : catalogue_answer(request, *model);
    if (response.status != http::ok) {
        http::Answer answer;
        answer.status = response.status;
        answer.headers = {{"Content-Type", response.type}, {"Cache-Control", "no-cache"}};
        http::add_safety_headers(facts_, answer.headers);
        answer.body = std::move(response.body);
        return answer;
    }
    Kept kept{key, std::make_shared<const std::string>(std::move(response.body)), {}, {}, response.type};
    kept.etag = http::body_etag(*kept.body);
    auto answer = wrapped(kept);
    std::lock_guard lock{mutex_};
    if (model_ == model && !by_key_.contains(key)) {
        bytes_ += kept.body->size() + key.size();
        pages_.push_front(std::move(kept));
        by_key_[key] = pages_.begin();
        while (bytes_ > kept_bytes) {
            auto& oldest = pages_.back();
            bytes_ -= oldest.body->size() + oldest.key.size() + (oldest.gzip ? oldest.gzip->size() : 0);
            by_key_.erase(pages_.back().key);
            pages_.pop_back();
        }
    }
    return answer;
}

}
