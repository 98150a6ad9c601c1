// Compares versions, makes models, keeps pages.
#include "network/catalogue/catalogue.hpp"

#include "network/catalogue/catalogue_pages.hpp"
#include "platform/http/accept.hpp"
#include "platform/http/conditions.hpp"
#include "platform/http/cookies.hpp"
#include "platform/http/delivery.hpp"
#include "platform/http/gzip.hpp"
#include "platform/http/reading.hpp"
#include "platform/search/language.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace network {

namespace {

constexpr std::size_t kept_bytes = 8 << 20;    // pages in memory, at most

// 0 HTML, 1 JSON, -1 neither of them.
int type_of(const http::Head& head) {
    auto accept = head.header("accept");
    return accept.empty() || accept == "*/*" ? 0 : http::preferred_type(accept, {"text/html", "application/json"});
}

}

Catalogue::Catalogue(db::Database& database, const i18n::Languages& languages, const Clock& clock,
                     const http::SiteFacts& facts, const http::Shelf& shelf)
    : database_{database}, languages_{languages}, clock_{clock}, facts_{facts}, shelf_{shelf}, watch_{database} {
    std::vector<std::pair<std::string, std::string>> headers{
        {"Cache-Control", "no-cache"}, {"Vary", "Accept, Accept-Language, Cookie, Accept-Encoding"}};
    http::add_safety_headers(facts, headers);
    header_lines_ = std::make_shared<const std::string>(http::header_lines(headers));
    randombytes_buf(secret_of_tags_.data(), secret_of_tags_.size());
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
        in_step_at_.reset();
        pages_.clear(), by_key_.clear(), bytes_ = 0;
    }
    return made;
}

// Asking for the version costs a few microseconds on the embedded database, and nothing at all as long as nobody has
// committed anything.  A server would be asked over a socket, so there the ordinary handler answers on the pool.
bool Catalogue::in_step() {
    auto mark = watch_.mark();
    if (!mark) return false;
    auto now = clock_.now();
    auto current = [&] { return model_ && model_->holds_at(now); };
    {
        std::lock_guard lock{mutex_};
        if (!current()) return false;
        if (in_step_at_ == mark) return true;
    }
    auto lease = database_.read();
    auto version = history::content_version(*lease, "network");
    std::lock_guard lock{mutex_};
    if (!current() || model_->version() != version) return false;
    in_step_at_ = mark;
    return true;
}

http::Quick Catalogue::quick() {
    auto ready = [this](const http::Head& head) { return type_of(head) >= 0 && in_step(); };
    return {ready, [this](const http::Head& head) { return answer(head); }};
}

// The same key, the same bytes: as long as the model lives and the program runs.
std::string Catalogue::key_of(const http::Head& head, const CatalogueModel& model) const {
    auto& texts = languages_.choose(http::cookie(head, "jazyk"), head.header("accept-language"));
    std::string key{head.target};
    key.append("|").append(texts.language()).append("|").append(http::cookie(head, "vzhled"));
    return key.append("|").append(std::to_string(type_of(head))).append("|").append(std::to_string(model.version()));
}

std::string Catalogue::etag_of(const std::string& key) const {
    unsigned char hash[crypto_shorthash_BYTES];
    crypto_shorthash(hash, reinterpret_cast<const unsigned char*>(key.data()), key.size(), secret_of_tags_.data());
    char digits[2 * sizeof hash + 1];
    return fmt::format("\"{}\"", sodium_bin2hex(digits, sizeof digits, hash, sizeof hash));
}

http::Answer Catalogue::wrapped(const Kept& kept, std::string etag) const {
    http::Answer answer;
    answer.headers = {{"Content-Type", kept.type}};
    answer.lines = header_lines_;
    answer.shared_body = kept.body;
    answer.shared_gzip = kept.gzip, answer.shared_brotli = kept.brotli;
    answer.etag = std::move(etag);
    return answer;
}

http::Answer Catalogue::answer(const http::Head& head) {
    std::shared_ptr<const CatalogueModel> model;
    {
        std::lock_guard lock{mutex_};
        model = model_;
    }
    auto key = key_of(head, *model);
    auto etag = etag_of(key);
    // Whoever has the page already needs none: it is not even looked up.
    if (http::names_etag(head.header("if-none-match"), etag)) return wrapped({}, std::move(etag));
    if (auto page = kept(key, head)) return wrapped(*page, std::move(etag));
    return made(head, model, std::move(key));
}

std::optional<Catalogue::Kept> Catalogue::kept(const std::string& key, const http::Head& head) {
    std::lock_guard lock{mutex_};
    auto found = by_key_.find(key);
    if (found == by_key_.end()) return {};
    pages_.splice(pages_.begin(), pages_, found->second);
    auto& kept = *found->second;
    // Asked for a second time, it is worth keeping compressed too.
    auto accepted = http::codings(head.header("accept-encoding"));
    auto& packed = accepted.brotli ? kept.brotli : kept.gzip;
    if (!packed && (accepted.brotli || accepted.gzip)) {
        packed =
            std::make_shared<const std::string>(accepted.brotli ? http::brotli(*kept.body) : http::gzip(*kept.body));
        bytes_ += packed->size();
    }
    return Kept{{}, kept.body, accepted.brotli ? nullptr : kept.gzip, kept.brotli, kept.type};
}

void Catalogue::keep(Kept page, const std::shared_ptr<const CatalogueModel>& model) {
    std::lock_guard lock{mutex_};
    if (model_ != model || by_key_.contains(page.key)) return;
    bytes_ += page.body->size() + page.key.size();
    pages_.push_front(std::move(page));
    by_key_[pages_.front().key] = pages_.begin();
    while (bytes_ > kept_bytes) {
        auto& oldest = pages_.back();
        bytes_ -= oldest.body->size() + oldest.key.size();
        for (auto& packed : {oldest.gzip, oldest.brotli}) bytes_ -= packed ? packed->size() : 0;
        by_key_.erase(oldest.key);
        pages_.pop_back();
    }
}

http::Answer Catalogue::made(const http::Head& head, const std::shared_ptr<const CatalogueModel>& model,
                             std::string key) {
    http::Request request;
    http::read_head(head, facts_, languages_, request);
    request.now = clock_.now();
    static const User stranger;
    request.user = &stranger, request.facts = &facts_, request.shelf = &shelf_;
    request.path = "/sluzby";
    auto response =
        http::read_asked(head, request) ? http::Response{http::bad_request} : catalogue_answer(request, *model);
    if (response.status != http::ok) {
        http::Answer answer;
        answer.status = response.status;
        answer.headers = {{"Content-Type", response.type}};
        answer.lines = header_lines_;
        answer.body = std::move(response.body);
        return answer;
    }
    auto etag = etag_of(key);
    Kept page{std::move(key), std::make_shared<const std::string>(std::move(response.body)), {}, {}, response.type};
    auto answer = wrapped(page, std::move(etag));
    keep(std::move(page), model);
    return answer;
}

}
