// The same pairing by LEMON's network simplex: newcomers -> mentors -> outside, most pairs first, then the best total fit.
// Reads what `others.ts` writes: people, pairs, seats, then newcomer, mentor and fit of each possible pair. Prints milliseconds.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace lemon;

int main(int, char** argv) {
  FILE* file = std::fopen(argv[1], "r");
  int newcomers, mentors, pairs;
  if (!file || std::fscanf(file, "%d %d %d", &newcomers, &mentors, &pairs) != 3) return 1;
  std::vector<int> seats(mentors), who(pairs), whom(pairs), fit(pairs);
  long all = 0;
  for (int& count : seats) {
    if (std::fscanf(file, "%d", &count) != 1) return 1;
    all += count;
  }
  for (int at = 0; at < pairs; at++)
    if (std::fscanf(file, "%d %d %d", &who[at], &whom[at], &fit[at]) != 3) return 1;
  const auto started = std::chrono::steady_clock::now();
  const long worth = 100 * std::min<long>(newcomers, all) + 1;
  SmartDigraph graph;
  graph.reserveNode(newcomers + mentors + 1);
  graph.reserveArc(pairs + newcomers + mentors);
  std::vector<SmartDigraph::Node> nodes;
  for (int at = 0; at < newcomers + mentors + 1; at++) nodes.push_back(graph.addNode());
  SmartDigraph::ArcMap<long> cost(graph), most(graph);
  auto add = [&](int from, int to, long room, long price) {
    const auto arc = graph.addArc(nodes[from], nodes[to]);
    most[arc] = room;
    cost[arc] = price;
  };
  const int outside = newcomers + mentors;
  for (int at = 0; at < pairs; at++) add(who[at], newcomers + whom[at], 1, -(worth + fit[at]));
  for (int one = 0; one < newcomers; one++) add(outside, one, 1, 0);
  for (int one = 0; one < mentors; one++) add(newcomers + one, outside, seats[one], 0);
  NetworkSimplex<SmartDigraph, long> simplex(graph);
  simplex.upperMap(most).costMap(cost).run();
  const auto ended = std::chrono::steady_clock::now();
  const long value = -simplex.totalCost<long>();
  std::printf("%.2f %ld %ld\n", std::chrono::duration<double, std::milli>(ended - started).count(), value / worth, value % worth);
}
