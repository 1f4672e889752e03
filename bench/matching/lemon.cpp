// What the C++ library LEMON takes for the same file: lemon FILE pairs|sides. Debian has it as liblemon-dev; g++ -O2 -o lemon lemon.cpp -llemon
#include <lemon/matching.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <vector>

struct Pair { int one, other, weight; };

static double seconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static long long matchPairs(int people, const std::vector<Pair>& pairs, double& took) {
  lemon::SmartGraph graph;
  std::vector<lemon::SmartGraph::Node> node(people);
  for (auto& each : node) each = graph.addNode();
  lemon::SmartGraph::EdgeMap<int> weight(graph);
  for (const Pair& pair : pairs) weight[graph.addEdge(node[pair.one], node[pair.other])] = pair.weight;
  double before = seconds();
  lemon::MaxWeightedMatching<lemon::SmartGraph> matching(graph, weight);
  matching.run();
  took = seconds() - before;
  return matching.matchingWeight();
}

// As a flow from the left half to the right, in which whoever is matched with nobody goes round at no cost.
static long long matchSides(int people, const std::vector<Pair>& pairs, double& took) {
  lemon::SmartDigraph graph;
  std::vector<lemon::SmartDigraph::Node> node(people);
  for (auto& each : node) each = graph.addNode();
  auto source = graph.addNode(), sink = graph.addNode();
  lemon::SmartDigraph::ArcMap<int> cost(graph);
  lemon::SmartDigraph::ArcMap<int> room(graph);
  int left = people / 2;
  for (const Pair& pair : pairs) {
    bool isLeft = pair.one < left;
    auto arc = graph.addArc(node[isLeft ? pair.one : pair.other], node[isLeft ? pair.other : pair.one]);
    cost[arc] = -pair.weight;
    room[arc] = 1;
  }
  for (int one = 0; one < people; one++) room[one < left ? graph.addArc(source, node[one]) : graph.addArc(node[one], sink)] = 1;
  room[graph.addArc(source, sink)] = people;
  double before = seconds();
  lemon::NetworkSimplex<lemon::SmartDigraph> flow(graph);
  flow.upperMap(room).costMap(cost).stSupply(source, sink, left);
  flow.run();
  took = seconds() - before;
  return -flow.totalCost<long long>();
}

int main(int words, char** word) {
  FILE* file = words > 2 ? fopen(word[1], "r") : nullptr;
  int people, many;
  if (!file || fscanf(file, "%d %d", &people, &many) != 2) return 1;
  std::vector<Pair> pairs(many);
  for (Pair& pair : pairs)
    if (fscanf(file, "%d %d %d", &pair.one, &pair.other, &pair.weight) != 3) return 1;
  double took = 0;
  long long weight = (strcmp(word[2], "sides") == 0 ? matchSides : matchPairs)(people, pairs, took);
  printf("weight=%lld cpu=%.4f\n", weight, took);
}
