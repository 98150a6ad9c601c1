// Indexes the texts of papers.
#include "workgroups/planning_search/paper_index.hpp"

#include "platform/search/language.hpp"
#include "workgroups/meetings/paper_text.hpp"

namespace workgroups {

namespace {

constexpr auto read_late = std::chrono::minutes{15};    // until a reading is committed
constexpr std::size_t layer_bytes_most = 8'000'000;     // greater ones stay as they are
constexpr std::size_t grows_together_with = 2;          // a layer up to so many times greater

struct ReadPaper {
    Id<AgendaPaper> id{};
    Instant read_at{};
    static void each_field(auto& paper, auto& visit) { visit("paper_id", paper.id), visit("read_at", paper.read_at); }
};

struct LayerBeingMade {
    search::IndexBuilder builder{search::czech(), {{"title", 3}, {"body", 1}}};
    PaperLayer layer{};

    void add(Uuid paper, const PaperText& text) {
        builder.add(std::uint32_t(layer.papers.size()), std::array<std::string_view, 2>{text.title, text.body});
        layer.papers.push_back(paper), layer.bytes += text.body.size();
    }
    std::shared_ptr<const PaperLayer> finished() && {
        layer.index = std::move(builder).build();
        return std::make_shared<const PaperLayer>(std::move(layer));
    }
};

}

std::vector<Id<AgendaPaper>> PaperIndex::unknown_papers(db::Session& db, Instant& newest) const {
    std::vector<Id<AgendaPaper>> unknown;
    auto since = newest_ == Instant{} ? newest_ : newest_ - read_late;
    for (auto& one : db.all<ReadPaper>("SELECT paper_id, read_at FROM paper_texts WHERE read_at >= $1"
                                       " AND body IS NOT NULL ORDER BY read_at, paper_id",
                                       since)) {
        newest = std::max(newest, one.read_at);
        if (!known_.contains(one.id.uuid)) unknown.push_back(one.id);
    }
    return unknown;
}

PaperLayers PaperIndex::current(db::Session& db) {
    auto newest = newest_;
    auto unknown = unknown_papers(db, newest);
    if (unknown.empty()) return layers_;
    auto layers = layers_;
    auto known = known_;
    std::optional<LayerBeingMade> making{std::in_place};
    auto finish = [&] {
        if (!making->layer.papers.empty()) layers.push_back(std::move(*making).finished());
        making.emplace();
    };
    for (auto id : unknown) {
        known.insert(id.uuid);
        if (auto text = paper_text(db, keys_, id)) making->add(id.uuid, *text);
        if (making->layer.bytes >= layer_bytes_most) finish();
    }
    while (!layers.empty() && layers.back()->bytes <= grows_together_with * making->layer.bytes &&
           layers.back()->bytes + making->layer.bytes <= layer_bytes_most) {
        auto grown = layers.back();
        layers.pop_back();
        for (auto& paper : grown->papers)
            if (auto text = paper_text(db, keys_, Id<AgendaPaper>{paper})) making->add(paper, *text);
    }
    finish();
    layers_ = std::move(layers), known_ = std::move(known), newest_ = newest;
    return layers_;
}

}
