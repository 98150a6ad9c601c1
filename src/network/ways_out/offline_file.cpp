// Style and script stand in the file itself; its policy, in the answer and in the file, allows these two by their
// hashes and nothing else.
#include "network/ways_out/offline_file.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/network.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"

#include <sodium.h>

namespace network {

std::string OfflineHead::count_words(html::Out& out, std::int64_t count) const {
    auto words = out.text("catalogue.count", count);
    return words.replace(words.find(std::to_string(count)), 1, "#");
}

namespace {

std::string carried(std::string_view name) {
    for (auto& file : files())
        if (file.path == name) return std::string{file.bytes};
    throw std::logic_error{"a part of the offline file is not embedded"};
}

std::string hash_source(const std::string& text) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    char base64[sodium_base64_ENCODED_LEN(sizeof hash, sodium_base64_VARIANT_ORIGINAL)];
    return std::string{"'sha256-"} +
           sodium_bin2base64(base64, sizeof base64, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL) + "'";
}

// Written piece by piece; the model lives as long as the last of them.
class OfflineFile {
public:
    OfflineFile(std::shared_ptr<const CatalogueModel> model, std::vector<std::uint32_t> found, const i18n::Texts& texts,
                const http::SiteFacts& facts, Date day)
        : model_{std::move(model)},
          found_{std::move(found)},
          texts_{texts},
          services_{facts.public_url + "/sluzby/"},
          style_{carried("network/ways_out/data/offline.css")},
          script_{carried("network/ways_out/data/offline.js")},
          head_{region_words(facts.region_code, facts.region_name, texts), facts.public_url + "/sluzby", day, {}, {}} {
        Bits shown{model_->size()};
        for (auto at : found_) shown.set(at);
        for (auto& district : model_->districts())
            if (shown.count_with(district.services) > 0) head_.districts.push_back(&district);
        for (auto& type : model_->types())
            if (shown.count_with(type.services) > 0) head_.types.push_back(&type);
    }

    // Without what only an answer can say: who may show it in a frame.
    std::string policy() const {
        return "default-src 'none'; style-src " + hash_source(style_) + "; script-src " + hash_source(script_) +
               "; base-uri 'none'; form-action 'none'";
    }

    std::optional<std::string> next() {
        if (ended_) return {};
        if (!std::exchange(begun_, true))
            return written(OfflineStart{policy(), head_.region}) + "<style>" + style_ + "</style>\n</head>\n" +
                   written(head_);
        constexpr std::size_t piece_bytes = 32 * 1024;
        std::string piece;
        while (n_ < found_.size() && piece.size() < piece_bytes) piece += item(found_[n_++]);
        if (n_ < found_.size()) return piece;
        ended_ = true;
        return piece + "</ol></main>\n<script>" + script_ + "</script>\n</body>\n</html>\n";
    }

private:
    std::string written(const auto& part) const {
        html::Out out{texts_};
        part.write(out);
        return out.html();
    }

    std::string item(std::uint32_t at) const {
        auto& entry = model_->entry(at);
        std::vector<std::string> districts, groups;
        for (auto& district : model_->districts())
            if (district.services.has(at)) districts.push_back(district.code);
        for (auto& group : model_->groups())
            if (group.services.has(at)) groups.push_back(texts_.language() == "en" ? group.label_en : group.label);
        std::string type;
        for (auto one : head_.types)
            if (one->list_code == entry.type_code) type = one->code;
        return written(OfflineItem{entry, text::joined(districts, " "), type, services_ + entry.slug,
                                   CatalogueHit{entry}.dialled(), text::joined(groups)});
    }

    std::shared_ptr<const CatalogueModel> model_;
    std::vector<std::uint32_t> found_;
    const i18n::Texts& texts_;
    std::string services_, style_, script_;
    OfflineHead head_;
    std::size_t n_ = 0;
    bool begun_ = false, ended_ = false;
};

}

http::Response take_offline(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = request.use<Catalogue>().model(permit.db());
    CatalogueQuery::Problems problems;
    auto found = model->find_all(CatalogueQuery::read(request.asked, problems));
    auto file = std::make_shared<OfflineFile>(std::move(model), std::move(found), *request.texts, *request.facts,
                                              permit.today());
    http::Response response{http::ok, {}, "text/html; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"sluzby-" + to_iso(permit.today()) + ".html\"");
    response.headers.emplace_back("Content-Security-Policy", file->policy() + "; frame-ancestors 'none'");
    response.pieces = [file] { return file->next(); };
    return response;
}

}
